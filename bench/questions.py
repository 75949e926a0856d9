"""What can be asked of the service, from its document and from the benchmark's data."""
import itertools
import json
import pathlib
import re
import urllib.parse

# Values for parameters, by name, and the records of paths, one row a record with a column for each parameter of
# the path: each a query, as the data have them. Tests ask for the same.
KNOWN = json.loads((pathlib.Path(__file__).parent / "values.json").read_text(encoding="utf-8"))


def filled_in(queries):
    return {name: query.replace("{largest}", KNOWN["largest"]) for name, query in queries.items()}


VALUES = filled_in(KNOWN["parameters"])
RECORDS = filled_in(KNOWN["records"])
# What there is none of in the data.
LEFT_OUT = re.compile("credentials/|imports/|webhooks/|^/problems|^/api/v1$")
# How a page goes on is no question of its own, and what these want comes with others.
NO_FILTERS = {"cursor", "limit", "count", "sort", "includePredecessors", "per", "compare", "knownAt"}


class Questions:
    def __init__(self, document, sql, known_at=None):
        """With an instant, what can be asked as it was known then, and nothing else."""
        self.document, self.sql, self.known_at = document, sql, known_at

    def all(self, pairs):
        """Every question, each a path and the type that is asked for."""
        found = []
        for path, operations in self.document["paths"].items():
            if "get" in operations and not LEFT_OUT.search(path):
                parameters = self.query_parameters(operations)
                if self.known_at and "knownAt" not in parameters:
                    continue
                for record in self.records(path):
                    for query in self.queries(record, parameters, pairs):
                        query |= {"knownAt": self.known_at} if self.known_at else {}
                        found.append((record + ("?" + urllib.parse.urlencode(query) if query else ""),
                                      self.media_type(operations["get"])))
        return found if self.known_at else found + [("/api/v1/subsidy-lines.csv", "text/csv"), ("/api/v1/memberships.ndjson", "application/x-ndjson"),
                        ("/api/v1/events.csv", "text/csv")]

    def resolved(self, thing):
        while "$ref" in thing:
            at = self.document
            for step in thing["$ref"].removeprefix("#/").split("/"):
                at = at[step]
            thing = at
        return thing

    def query_parameters(self, operations):
        all_of_it = operations.get("parameters", []) + operations["get"].get("parameters", [])
        return {p["name"]: self.choices(p) for p in map(self.resolved, all_of_it) if p["in"] == "query"}

    def choices(self, parameter):
        schema = self.resolved(parameter["schema"])
        schema = self.resolved(schema.get("items", schema))
        return schema.get("enum", [])

    def media_type(self, operation):
        content = self.resolved(operation["responses"]["200"]).get("content", {})
        return "application/json" if "application/json" in content or not content else next(iter(content))

    def records(self, path):
        if "{" not in path:
            return [path]
        below = path.removeprefix("/api/v1/")
        known = max((one for one in RECORDS if below == one or re.match(re.escape(one) + "[/.]", below)), key=len)
        return [self.filled(path, row.split("|")) for row in self.sql(RECORDS[known]).splitlines()]

    def filled(self, path, values):
        for value in values:
            path = re.sub(r"\{[a-z]+\}", value, path, count=1)
        return path

    def queries(self, path, parameters, pairs):
        yield {}
        filters = [(name, value) for name in parameters if name not in NO_FILTERS
                   for value in self.values(name, parameters[name])]
        orders = [("sort", order) for order in parameters.get("sort", [])]
        counted = [("count", "true")] if "count" in parameters else []
        for one in itertools.chain(filters, orders, counted):
            yield dict([one])
        if "includePredecessors" in parameters:
            for name, value in filters:
                if name in ("cluster", "memberOf", "funder", "subject"):
                    yield {name: value, "includePredecessors": "true"}
                    if pairs:
                        yield from (dict([(name, value), ("includePredecessors", "true"), order]) for order in orders)
        for name, value in filters if counted else []:
            yield {name: value, "count": "true"}
        if "per" in parameters:
            for by in ["beneficiary", "region", "fiscalYear"]:
                yield from ({"by": by, "per": per} for per in parameters["per"])
            yield {"by": "region", "compare": "region:76,region:91"}
        if pairs:
            yield from (dict([one, order]) for one in filters for order in orders)

    def values(self, name, choices):
        if choices:
            return choices
        return self.sql(VALUES[name]).splitlines() if name in VALUES else []
