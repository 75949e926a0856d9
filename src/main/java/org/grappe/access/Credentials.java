package org.grappe.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import org.grappe.query.Columns;
import org.grappe.query.Listing;
import org.grappe.query.Sort;
import org.grappe.record.Owners;
import org.grappe.record.Records;
import org.grappe.record.RecordsFactory;
import org.grappe.record.Repository;

/** The API keys. */
@ApplicationScoped
class Credentials implements Repository<Credential, Credential.Content, CredentialView> {
  static final Listing<CredentialView> LISTING =
      Listing.of(
              "/credentials",
              CredentialView.class,
              Columns.of("k", CredentialView.class, "lastUsedAt", "secret")
                  + """
                  , u.last_used_at, null::text as secret,
                  e.ids as clusters_id, e.names as clusters_name, e.slugs as clusters_slug\
                  """,
              """
              credentials k
              left join credential_uses u on u.credential = k.id
              left join lateral (
                select array_agg(c.id order by {c.name}, c.id) as ids,
                  array_agg({c.name} order by {c.name}, c.id) as names,
                  array_agg(c.slug order by {c.name}, c.id) as slugs
                from clusters c where c.id = any(k.clusters)) e on true\
              """)
          .plainRows()
          .searchable()
          .choice("role", Credential.Grade.class, "k.role", "What it lets its bearer do.")
          .lineage(
              "clusters",
              "cluster",
              "k.id in (select credential from edited_clusters where cluster %s)",
              "A cluster that it may edit, by slug or id.")
          .sort("name", Sort.Kind.TEXT, "k.name")
          .sort("createdAt", Sort.Kind.INSTANT, "k.created_at")
          .sort("updatedAt", Sort.Kind.INSTANT, "k.updated_at")
          .sortOptional("expiresAt", Sort.Kind.INSTANT, "k.expires_at")
          .sortOptional("lastUsedAt", Sort.Kind.INSTANT, "u.last_used_at")
          .sortedBy("name");

  private final Records<Credential, Credential.Content, CredentialView> records;

  Credentials(RecordsFactory records) {
    this.records = records.of(this, Credential::new, Credential.Content.class, LISTING);
  }

  @Override
  public Records<Credential, Credential.Content, CredentialView> records() {
    return records;
  }

  @Override
  public Owners owners(Credential credential) {
    return Owners.administrators();
  }

  /** Makes a key; the answer alone tells it. */
  Response issue(Credential.Content content) {
    String key = ApiKey.make();
    Response made = records.create(new Credential(ApiKey.hash(key)), content);
    return Response.fromResponse(made)
        .entity(((CredentialView) made.getEntity()).with(key))
        .build();
  }
}
