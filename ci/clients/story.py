"""The story with the client that openapi-generator writes in Python."""
import os
import uuid

import grappe_client as grappe
from grappe_client.exceptions import ApiException

url, key = os.environ["GRAPPE_URL"], os.environ["GRAPPE_KEY"]
configuration = grappe.Configuration(host=url, access_token=key)
# what the generator writes by itself, +0000, is no offset of RFC 3339
configuration.datetime_format = "%Y-%m-%dT%H:%M:%S.%fZ"
known = grappe.ApiClient(configuration)
anybody = grappe.ApiClient(grappe.Configuration(host=url))


def refused(status, call, *arguments, **named):
    try:
        call(*arguments, **named)
    except ApiException as problem:
        assert problem.status == status, problem
        return
    raise AssertionError(f"no {status}")


found = grappe.ClustersApi(anybody).list_clusters(status=["ACTIVE", "MERGED"])
assert {"ACTIVE", "MERGED"} <= {one.status.value for one in found.items}
first = found.items[0]
assert grappe.ClustersApi(anybody).read_cluster(first.slug).id == first.id

organisations = grappe.OrganisationsApi(known)
made = organisations.create_organisation(
    grappe.NewOrganisation(name="A client's story", kind="COMPANY", region="76", website="https://example.org/"),
    idempotency_key=str(uuid.uuid4()))
etag = organisations.read_organisation_with_http_info(made.id).headers["ETag"]
changed = organisations.change_organisation_with_http_info(made.id, etag, grappe.ChangedOrganisation(city="Toulouse"))
assert changed.data.city == "Toulouse"
refused(412, organisations.change_organisation, made.id, etag, grappe.ChangedOrganisation(city="Albi"))
cleared = organisations.change_organisation(made.id, changed.headers["ETag"], grappe.ChangedOrganisation(website=None))
assert cleared.website is None

cursor, pages = None, 0
while pages < 3:
    page = grappe.OrganisationsApi(anybody).list_organisations(limit=2, cursor=cursor)
    cursor, pages = page.next_cursor, pages + 1
    assert cursor

then = organisations.read_organisation(made.id, known_at=made.created_at)
assert then.website == "https://example.org/"
anybody.configuration.datetime_format = configuration.datetime_format
refused(401, grappe.OrganisationsApi(anybody).read_organisation, made.id, known_at=made.created_at)

assert grappe.OrganisationsApi(anybody).export_organisations_as_csv(fields=["id", "name"]).startswith("id,name\r\n")
assert grappe.CalendarsApi(anybody).read_calendar().startswith("BEGIN:VCALENDAR")
sums = grappe.SubsidyLinesApi(anybody).summarize_subsidy_lines(by=["region"])
assert all(one.currency == "EUR" for one in sums.items)
assert grappe.ChangesApi(anybody).follow_changes(limit=5).items
print("openapi-generator, python: told")
