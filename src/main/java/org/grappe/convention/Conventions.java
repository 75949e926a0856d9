package org.grappe.convention;

import jakarta.enterprise.context.ApplicationScoped;
import org.grappe.query.Listing;
import org.grappe.query.Sort;
import org.grappe.record.Owners;
import org.grappe.record.Records;
import org.grappe.record.RecordsFactory;
import org.grappe.record.Repository;

/** The conventions. */
@ApplicationScoped
class Conventions implements Repository<Convention, Convention.Content, ConventionView> {
  private static final String STATUS = "convention_status(k.signed_on, k.begins_on, k.until, :on)";

  static final Listing<ConventionView> LISTING =
      Listing.of(
              "/conventions",
              ConventionView.class,
              """
              k.id, k.version, k.created_at, k.updated_at, k.title, k.covers, k.series, k.signings,
              k.begins_on as "from", k.until, k.sources, k.statements, k.remarks, %s as status,
              p.ids as parties_id, p.names as parties_name, p.slugs as parties_slug,
              case when b.id is not null then array[b.id] end as continues_id,
              array[b.title] as continues_name\
              """
                  .formatted(STATUS),
              "conventions k")
          .dressedWith(
              """
              left join conventions b on b.id = k.continues
              left join lateral (
                select array_agg(c.id order by n) as ids, array_agg({c.name} order by n) as names,
                  array_agg(c.slug order by n) as slugs
                from unnest(k.parties) with ordinality party(id, n)
                join clusters c on c.id = party.id) p on true\
              """)
          .searchable()
          .temporal()
          .defaultFilter(STATUS + " = 'IN_FORCE'")
          .lineage(
              "clusters",
              "cluster",
              "k.id in (select convention from convention_parties where cluster %1$s)",
              "A party, by slug or id.")
          .choiceOfSeveral("covers", Convention.Covers.class, "k.covers", "What it is about.")
          .choice("status", ConventionStatus.class, STATUS, "What it is on the day.")
          .sort("title", Sort.Kind.TEXT, "k.title")
          .sortOptional("from", Sort.Kind.PARTIAL_DATE, "k.begins_on collate \"C\"")
          .sortedBy("from");

  private final Records<Convention, Convention.Content, ConventionView> records;

  Conventions(RecordsFactory records) {
    this.records = records.of(this, Convention::new, Convention.Content.class, LISTING);
  }

  @Override
  public Records<Convention, Convention.Content, ConventionView> records() {
    return records;
  }

  @Override
  public Owners owners(Convention convention) {
    return Owners.any(convention.content().parties());
  }
}
