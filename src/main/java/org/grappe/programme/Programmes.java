package org.grappe.programme;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.grappe.database.Database;
import org.grappe.query.Listing;
import org.grappe.query.Sort;
import org.grappe.record.Owners;
import org.grappe.record.Records;
import org.grappe.record.RecordsFactory;
import org.grappe.record.Repository;

/** The programmes. */
@ApplicationScoped
class Programmes implements Repository<Programme, Programme.Content, ProgrammeView> {
  static final Listing<ProgrammeView> LISTING =
      Listing.of(
              "/programmes",
              ProgrammeView.class,
              """
              p.id, p.version, p.created_at, p.updated_at, p.name, p.kind, p.city, p.purpose,
              p.companies, p."from", p.until, p.priorities, p.actions, p.sources, p.statements,
              p.remarks, l.ids as leads_id, l.names as leads_name, l.slugs as leads_slug, w.waves\
              """,
              "programmes p")
          .dressedWith(
              """
              left join lateral (
                select array_agg(lead.id order by n) as ids,
                  array_agg(coalesce({c.name}, {o.name}) order by n) as names,
                  array_agg(c.slug order by n) as slugs
                from unnest(p.leads) with ordinality lead(id, n)
                left join clusters c on c.id = lead.id
                left join organisations o on o.id = lead.id) l on true
              left join lateral (
                select coalesce(jsonb_agg(wave || jsonb_build_object('participants', (
                    select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', {o.name})
                      order by m), '[]')
                    from jsonb_array_elements_text(wave -> 'participants')
                      with ordinality participant(id, m)
                    join organisations o on o.id = participant.id::uuid))
                  order by (wave -> 'number')::int), '[]') as waves
                from jsonb_array_elements(p.waves) wave) w on true\
              """)
          .searchable()
          .temporalOnDemand("period_contains(p.\"from\", p.until, :on)")
          .lineage(
              "clusters",
              "cluster",
              "p.id in (select programme from programme_leads where cluster %s)",
              "A cluster that leads it, by slug or id.")
          .reference(
              "organisation",
              """
              p.id in (
                select programme from programme_leads where organisation = :v
                union all
                select programme from programme_participants where organisation = :v)\
              """,
              "The id of an organisation that leads it or takes part in it.")
          .text(
              "kind",
              "plain(p.kind) = plain(:v)",
              "What kind of programme it is, without regard to case.")
          .sort("name", Sort.Kind.TEXT, "p.name")
          .sortOptional("from", Sort.Kind.PARTIAL_DATE, "p.\"from\" collate \"C\"")
          .sortedBy("name");

  private final Records<Programme, Programme.Content, ProgrammeView> records;
  private final Database database;

  Programmes(RecordsFactory records, Database database) {
    this.records = records.of(this, Programme::new, Programme.Content.class, LISTING);
    this.database = database;
  }

  @Override
  public Records<Programme, Programme.Content, ProgrammeView> records() {
    return records;
  }

  /** Any leading cluster's editor writes it; one that organisations alone lead is nobody's. */
  @Override
  public Owners owners(Programme programme) {
    List<UUID> clusters =
        database.all(
            "select id from clusters where id = any(?::uuid[])",
            row -> row.getObject(1, UUID.class),
            List.of(programme.content().leads()));
    return clusters.isEmpty() ? Owners.administrators() : Owners.any(clusters);
  }
}
