// The story with the types of openapi-typescript and openapi-fetch.
import assert from "node:assert/strict";
import createClient from "openapi-fetch";
import type { components, paths } from "./schema.d.ts";

const url = process.env.GRAPPE_URL ?? "";
const key = process.env.GRAPPE_KEY ?? "";
const api = createClient<paths>({ baseUrl: url, headers: { Authorization: `Bearer ${key}` } });
const anybody = createClient<paths>({ baseUrl: url });

const clusters = await anybody.GET("/api/v1/clusters", { params: { query: { status: ["ACTIVE", "MERGED"] } } });
assert(clusters.data && clusters.data.items.length > 1);
const known = clusters.data.items.map((one: components["schemas"]["Cluster"]) => one.status);
assert(known.includes("ACTIVE") && known.includes("MERGED"));

const first = clusters.data.items[0];
assert(first);
const cluster = await anybody.GET("/api/v1/clusters/{cluster}", { params: { path: { cluster: first.slug } } });
assert.equal(cluster.data?.id, first.id);

const made = await api.POST("/api/v1/organisations", {
  params: { header: { "Idempotency-Key": crypto.randomUUID() } },
  body: { name: "A client's story", kind: "COMPANY", region: "76", website: "https://example.org/" },
});
assert.equal(made.response.status, 201);
assert(made.data);
const id = made.data.id;

const read = await api.GET("/api/v1/organisations/{id}", { params: { path: { id } } });
const etag = read.response.headers.get("ETag") ?? "";
const changed = await api.PATCH("/api/v1/organisations/{id}", {
  params: { path: { id }, header: { "If-Match": etag } },
  body: { city: "Toulouse" },
  headers: { "Content-Type": "application/merge-patch+json" },
});
assert.equal(changed.data?.city, "Toulouse");
const stale = await api.PATCH("/api/v1/organisations/{id}", {
  params: { path: { id }, header: { "If-Match": etag } },
  body: { city: "Albi" },
  headers: { "Content-Type": "application/merge-patch+json" },
});
assert.equal(stale.error?.status, 412);
const cleared = await api.PATCH("/api/v1/organisations/{id}", {
  params: { path: { id }, header: { "If-Match": changed.response.headers.get("ETag") ?? "" } },
  body: { website: null },
  headers: { "Content-Type": "application/merge-patch+json" },
});
assert(cleared.data && cleared.data.website === undefined);

let cursor: string | undefined;
let pages = 0;
do {
  const page = await anybody.GET("/api/v1/organisations", { params: { query: { limit: 2, cursor } } });
  assert(page.data);
  cursor = page.data.nextCursor;
  pages++;
} while (cursor !== undefined && pages < 3);
assert.equal(pages, 3);

const then = await api.GET("/api/v1/organisations/{id}", { params: { path: { id }, query: { knownAt: made.data.createdAt } } });
assert.equal(then.data?.website, "https://example.org/");
const hidden = await anybody.GET("/api/v1/organisations/{id}", { params: { path: { id }, query: { knownAt: made.data.createdAt } } });
assert.equal(hidden.error?.status, 401);

const csv = await anybody.GET("/api/v1/organisations.csv", { params: { query: { fields: ["id", "name"] } }, parseAs: "text" });
assert(csv.data?.startsWith("id,name\r\n"));
const calendar = await anybody.GET("/api/v1/events.ics", { parseAs: "text" });
assert(calendar.data?.startsWith("BEGIN:VCALENDAR"));
const sums = await anybody.GET("/api/v1/subsidy-lines/summary", { params: { query: { by: ["region"] } } });
assert(sums.data?.items.every((sum) => sum.currency === "EUR"));
const changes = await anybody.GET("/api/v1/changes", { params: { query: { limit: 5 } } });
assert(changes.data && typeof changes.data !== "string" && changes.data.items.length > 0);
console.log("openapi-typescript and openapi-fetch: told");
