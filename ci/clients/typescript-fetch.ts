// The story with the client that openapi-generator writes for fetch.
import assert from "node:assert/strict";
import * as grappe from "./typescript-fetch/index";

const basePath = process.env.GRAPPE_URL ?? "";
const known = new grappe.Configuration({ basePath, accessToken: process.env.GRAPPE_KEY ?? "" });
const anybody = new grappe.Configuration({ basePath });

async function refused(status: number, call: Promise<unknown>): Promise<void> {
  await assert.rejects(call, (error) => error instanceof grappe.ResponseError && error.response.status === status);
}

const found = await new grappe.ClustersApi(anybody).listClusters({ status: ["ACTIVE", "MERGED"] });
const statuses = found.items.map((one) => one.status);
assert(statuses.includes("ACTIVE") && statuses.includes("MERGED"));
const first = found.items[0];
assert(first);
assert.equal((await new grappe.ClustersApi(anybody).readCluster({ cluster: first.slug })).id, first.id);

const organisations = new grappe.OrganisationsApi(known);
const made = await organisations.createOrganisation({
  idempotencyKey: crypto.randomUUID(),
  newOrganisation: { name: "A client's story", kind: "COMPANY", region: "76", website: "https://example.org/" },
});
const id = made.id;
// a Date has no microseconds: createdAt would be before the record
const knownAt = new Date();
const read = await organisations.readOrganisationRaw({ id });
const ifMatch = read.raw.headers.get("ETag") ?? "";
const changed = await organisations.changeOrganisationRaw({ id, ifMatch, changedOrganisation: { city: "Toulouse" } });
assert.equal((await changed.value()).city, "Toulouse");
await refused(412, organisations.changeOrganisation({ id, ifMatch, changedOrganisation: { city: "Albi" } }));
const cleared = await organisations.changeOrganisation({
  id,
  ifMatch: changed.raw.headers.get("ETag") ?? "",
  changedOrganisation: { website: null },
});
assert.equal(cleared.website, undefined);

let cursor: string | undefined;
let pages = 0;
do {
  const page = await new grappe.OrganisationsApi(anybody).listOrganisations({ limit: 2, cursor });
  cursor = page.nextCursor;
  pages++;
} while (cursor !== undefined && pages < 3);
assert.equal(pages, 3);

const then = await organisations.readOrganisation({ id, knownAt });
assert.equal(then.website, "https://example.org/");
await refused(401, new grappe.OrganisationsApi(anybody).readOrganisation({ id, knownAt }));

const csv = await new grappe.OrganisationsApi(anybody).exportOrganisationsAsCsv({ fields: ["id", "name"] });
assert(csv.startsWith("id,name\r\n"));
assert((await new grappe.CalendarsApi(anybody).readCalendar({})).startsWith("BEGIN:VCALENDAR"));
const sums = await new grappe.SubsidyLinesApi(anybody).summarizeSubsidyLines({ by: ["region"] });
assert(sums.items.every((sum) => sum.currency === "EUR"));
assert((await new grappe.ChangesApi(anybody).followChanges({ limit: 5 })).items.length > 0);
console.log("openapi-generator, typescript-fetch: told");
