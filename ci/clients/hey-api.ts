// The story with the client of hey-api.
import assert from "node:assert/strict";
import { client } from "./hey/client.gen.ts";
import * as grappe from "./hey/sdk.gen.ts";

const key = process.env.GRAPPE_KEY ?? "";
client.setConfig({ baseUrl: process.env.GRAPPE_URL ?? "", auth: () => key });

const clusters = await grappe.listClusters({ query: { status: ["ACTIVE", "MERGED"] } });
assert(clusters.data);
const known = clusters.data.items.map((one) => one.status);
assert(known.includes("ACTIVE") && known.includes("MERGED"));

const first = clusters.data.items[0];
assert(first);
const cluster = await grappe.readCluster({ path: { cluster: first.slug } });
assert(cluster.data && "id" in cluster.data && cluster.data.id === first.id);

const made = await grappe.createOrganisation({
  headers: { "Idempotency-Key": crypto.randomUUID() },
  body: { name: "A client's story", kind: "COMPANY", region: "76", website: "https://example.org/" },
});
assert(made.data);
const id = made.data.id;

const read = await grappe.readOrganisation({ path: { id } });
const etag = read.response?.headers.get("ETag") ?? "";
const changed = await grappe.changeOrganisation({ path: { id }, headers: { "If-Match": etag }, body: { city: "Toulouse" } });
assert.equal(changed.data?.city, "Toulouse");
const stale = await grappe.changeOrganisation({ path: { id }, headers: { "If-Match": etag }, body: { city: "Albi" } });
assert.equal(stale.error?.status, 412);
const cleared = await grappe.changeOrganisation({
  path: { id },
  headers: { "If-Match": changed.response?.headers.get("ETag") ?? "" },
  body: { website: null },
});
assert(cleared.data && cleared.data.website === undefined);

let cursor: string | undefined;
let pages = 0;
do {
  const page = await grappe.listOrganisations({ query: { limit: 2, cursor } });
  assert(page.data);
  cursor = page.data.nextCursor;
  pages++;
} while (cursor !== undefined && pages < 3);
assert.equal(pages, 3);

const then = await grappe.readOrganisation({ path: { id }, query: { knownAt: made.data.createdAt } });
assert.equal(then.data?.website, "https://example.org/");
const hidden = await grappe.readOrganisation({ path: { id }, query: { knownAt: made.data.createdAt }, auth: undefined });
assert(hidden.data ?? hidden.error);

const csv = await grappe.exportOrganisationsAsCsv({ query: { fields: ["id", "name"] }, parseAs: "text" });
assert(csv.data?.startsWith("id,name\r\n"));
const calendar = await grappe.readCalendar({ parseAs: "text" });
assert(calendar.data?.startsWith("BEGIN:VCALENDAR"));
const sums = await grappe.summarizeSubsidyLines({ query: { by: ["region"] } });
assert(sums.data?.items.every((sum) => sum.currency === "EUR"));
const changes = await grappe.followChanges({ query: { limit: 5 }, headers: { Accept: "application/json" }, parseAs: "json" });
assert(changes.data && typeof changes.data !== "string" && changes.data.items.length > 0);
console.log("hey-api: told");
