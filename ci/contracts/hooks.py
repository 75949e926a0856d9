"""What is not asked of the service when its answers are compared with the document."""
import schemathesis

# A cursor is opaque, and none of the document would be taken; `fields` leaves out what else is required.
NOT_ASKED = {"cursor", "fields"}


def name(parameter, document):
    if "$ref" in parameter:
        return document["components"]["parameters"][parameter["$ref"].rsplit("/", 1)[1]]["name"]
    return parameter["name"]


@schemathesis.hook
def before_load_schema(context, raw_schema):
    for item in raw_schema["paths"].values():
        for operation in item.values():
            if isinstance(operation, dict) and "parameters" in operation:
                operation["parameters"] = [
                    one for one in operation["parameters"] if name(one, raw_schema) not in NOT_ASKED]
