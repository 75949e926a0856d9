"""What can be asked of the service, from its document and from the benchmark's data."""
import itertools
import re
import urllib.parse

# Values for parameters, by name or by path and name, as the data have them: each a query with one value a row.
LARGEST = "(select slug from clusters where id = (select id from bench.clusters where n = 1))"
ORGANISATION = "select organisation from memberships where cluster = (select id from bench.clusters where n = 1) limit 1"
VALUES = {
    "cluster": f"select {LARGEST} union all select 'vaste-1' union all select 'profonde-1-11'",
    "memberOf": f"select {LARGEST} union all select 'vaste-1'",
    "funder": f"(select organisation::text from subsidy_funders group by 1 order by count(*) desc limit 1) union all select {LARGEST}",
    "organisation": ORGANISATION,
    "sharedWith": f"select {LARGEST}",
    "college": "select college from memberships where college is not null limit 1",
    "programme": "select programme from subsidy_lines where programme is not null group by 1 order by count(*) desc limit 1",
    "region": "values ('76'), ('06')",
    "city": "values ('Toulouse'), ('Nulle part')",
    "territory": "values ('Toulouse')",
    "speciality": "select speciality from clusters where speciality is not null limit 1",
    "sector": "values ('filière 7')",
    "series": "values ('Rendez-vous 7')",
    "person": "select person from mandates order by id limit 1",
    "source": "select source_id from citations group by 1 order by count(*) desc limit 1",
    "siren": "select siren from organisations where siren is not null limit 1",
    "siret": "values ('12345678200010')",
    "rna": "values ('W313000000')",
    "kind": "values ('projet')",
    "q": "values ('ou'), ('zé'), ('data'), ('aéro 77'), ('introuvable')",
    "on": "values ('2012-06-01'), ('2031-01-01')",
    "from": "values ('2026-11-01'), ('2016-01-01')",
    "until": "values ('2016-01-01'), ('2026-12-01')",
    "updatedSince": "values ('2020-01-01T12:00:00Z'), ('2026-01-01T00:00:00Z')",
    "fiscalYear": "values ('2019')",
    "subject": f"select 'cluster:' || {LARGEST} union all select 'region:76' union all "
               "select 'event:' || subject_event from figures where subject_event is not null limit 3",
    "compare": "values ('region:76,region:91')",
    "effectiveOn": "values ('2030-01-01')",
    "unmappedColleges": "values ('CONTINUE_WITHOUT')",
    "knownAt": "select to_char(now() at time zone 'utc', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')",
}
# The records of paths: one row a record, a column for each parameter of the path.
RECORDS = {
    "clusters/{cluster}": f"select {LARGEST} union all select 'vaste-1' union all select 'profonde-1-11'",
    "clusters/{cluster}/colleges/{id}": "select cluster, id from colleges limit 1",
    "clusters/{cluster}/mandates/{id}": "select cluster, id from mandates where cluster is not null limit 1",
    "clusters/{cluster}/offices/{id}": "select cluster, id from offices limit 1",
    "conventions/{id}": "select id from conventions limit 1",
    "events/{event}/registrations/{id}": "select event, id from registrations limit 1",
    "events/{event}/shares/{cluster}": "select event, cluster from shares limit 1",
    "events/{event}": "select event from registrations join shares using (event) limit 1",
    "events/{id}/occurrences/{date}": "select event, date from event_days order by date desc limit 1",
    "events/{id}": "(select id from events where recurrence is null limit 1) union all "
                   "(select id from events where recurrence like 'FREQ=DAILY%' limit 1)",
    "figures/{id}": "select id from figures limit 1",
    "memberships/{id}": "select id from memberships where continues <> '{}' limit 1",
    "mergers/{id}": "(select id from mergers where effective_on is null order by id limit 1) union all "
                    "(select m.id from mergers m join clusters c on c.id = m.result where c.slug = 'vaste-1')",
    "mergers/{id}/preview": "select id from mergers where effective_on is null order by created_at limit 1",
    "mergers/{merger}/ballots/{id}": "select merger, id from ballots limit 1",
    "mergers/{merger}": "select merger from ballots limit 1",
    "organisations/{id}": "select id from bench.organisations limit 1",
    "organisations/{organisation}/mandates/{id}": "select organisation, id from mandates where cluster is null limit 1",
    "organisations/{organisation}": ORGANISATION,
    "programmes/{id}": "select id from programmes limit 1",
    "regions/{code}": "select '76'",
    "sources/{id}": "select source_id from citations group by 1 order by count(*) desc limit 1",
    "subsidy-lines/{id}": "select id from subsidy_lines where payments <> '[]' limit 1",
    "subsidy-lines/{line}": "select id from subsidy_lines where payments <> '[]' limit 1",
    "subsidy-lines/{line}/payments/{id}":
        "select id, payments -> 0 ->> 'id' from subsidy_lines where payments <> '[]' limit 1",
    "subsidy-lines/{line}/steps/{id}": "select id, steps -> 0 ->> 'id' from subsidy_lines limit 1",
}
# What there is none of in the data.
LEFT_OUT = re.compile("credentials/|imports/|^/problems|^/api/v1$")
# How a page goes on is no question of its own, and what these want comes with others.
NO_FILTERS = {"cursor", "limit", "count", "sort", "includePredecessors", "per", "compare"}


class Questions:
    def __init__(self, document, sql):
        self.document, self.sql = document, sql

    def all(self, pairs):
        """Every question, each a path and the type that is asked for."""
        found = []
        for path, operations in self.document["paths"].items():
            if "get" in operations and not LEFT_OUT.search(path):
                parameters = self.query_parameters(operations)
                for record in self.records(path):
                    for query in self.queries(record, parameters, pairs):
                        found.append((record + ("?" + urllib.parse.urlencode(query) if query else ""),
                                      self.media_type(operations["get"])))
        return found + [("/api/v1/subsidy-lines.csv", "text/csv"), ("/api/v1/memberships.ndjson", "application/x-ndjson"),
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
