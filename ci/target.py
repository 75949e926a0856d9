"""What is attacked: a service in which some honest people and one editor of ill will have keys."""
import dataclasses
import http.client
import json


@dataclasses.dataclass
class Target:
    port: int
    cluster: str
    reader: str
    writer: str
    ill: str
    ill_cluster: str

    @staticmethod
    def prepared(port, admin):
        def post(path, body, key=admin):
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
            connection.request("POST", "/api/v1" + path, json.dumps(body),
                               {"Content-Type": "application/json", "Authorization": "Bearer " + key})
            answer = connection.getresponse()
            text = answer.read()
            if answer.status >= 300:
                raise SystemExit(f"POST {path}: {answer.status} {text[:500]}")
            return json.loads(text)

        def key(name, role, *clusters):
            return post("/credentials", {"name": name, "role": role, "clusters": clusters})["secret"]

        honest = post("/clusters", {"slug": "honest", "name": "Honest", "region": "76"})["id"]
        other = post("/clusters", {"slug": "ill-will", "name": "Ill will", "region": "76"})["id"]
        ill = key("ill will", "EDITOR", other)
        statement = {"field": "title", "value": "x" * 400, "text": "y" * 4000}
        for i in range(60):
            body = {"publisher": "Heavy", "kind": "PRESS", "title": f"Heavy {i}"}
            try:
                post("/sources", body | {"statements": [statement] * 200}, ill)
            except SystemExit:
                # there may be a bound on that by now
                post("/sources", body | {"remarks": "z" * 4000}, ill)
        return Target(port, honest, key("reader", "PARTNER"), key("writer", "EDITOR", honest), ill, other)
