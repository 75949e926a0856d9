package org.grappe.cluster;

import org.grappe.query.Columns;
import org.grappe.query.Listing;
import org.grappe.query.Sort;

/** How clusters are read, and what can be asked of them. */
final class ClusterListing {
  private static final String STATUS =
      "cluster_status(c.announced_on, c.founded_on, c.dissolved_on, c.followed_on, c.divided_into, :on)";

  private static final String[] OTHERWISE = {
    "status",
    "siren",
    "siret",
    "rna",
    "name",
    "nameProvisional",
    "acronym",
    "legalForm",
    "city",
    "periods"
  };

  static final Listing<ClusterView> ALL =
      Listing.of(
              "/clusters",
              ClusterView.class,
              Columns.of("c", ClusterView.class, OTHERWISE)
                  + """
                  , {c.name} as name,
                  name_is_provisional(c.name_provisional, c.periods, :on) as name_provisional, {c.acronym} as acronym, {c.legal_form} as legal_form,
                  {c.city} as city, {c.region} as region_code,
                  case when c.periods <> '[]' then told_periods(c.periods) end as periods,
                  coalesce({o.siren}, c.siren) as siren, coalesce({o.siret}, c.siret) as siret,
                  coalesce(o.rna, c.rna) as rna, o.id as organisation_id, {o.name} as organisation_name,
                  %s as status,
                  f.id as followed_by_id, {f.name} as followed_by_name, f.slug as followed_by_slug,
                  d.ids as divided_into_id, d.names as divided_into_name, d.slugs as divided_into_slug,
                  p.ids as continues_id, p.names as continues_name, p.slugs as continues_slug\
                  """
                      .formatted(STATUS),
              "clusters c")
          .dressedWith(
              """
              left join clusters f on f.id = c.followed_by
              left join organisations o on o.id = c.organisation
              left join lateral (
                select array_agg(p.id order by p.called, p.id) as ids,
                  array_agg(p.called order by p.called, p.id) as names,
                  array_agg(p.slug order by p.called, p.id) as slugs
                from (select p.id, p.slug, {p.name} as called from clusters p
                  where p.followed_by = c.id
                  union all
                  select p.id, p.slug, {p.name} as called
                  from divisions v join clusters p on p.id = v.cluster
                  where v.results @> array[c.id] and v.kind = 'SPLIT'
                    and v.effective_on is not null) p) p on true
              left join lateral (
                select array_agg(d.id order by d.called, d.id) as ids,
                  array_agg(d.called order by d.called, d.id) as names,
                  array_agg(d.slug order by d.called, d.id) as slugs
                from (select d.id, d.slug, {d.name} as called from clusters d
                  where d.id = any(c.divided_into)) d) d on true\
              """)
          .searchable()
          .temporal()
          .existsWhen(STATUS + " is not null")
          .text(
              "region",
              "{c.region} = any(array(select region_family(:v)))",
              "The code of its region; a new one finds those that it replaced.")
          .code("region")
          .choice("status", ClusterStatus.class, STATUS, "What it is on the day.")
          .text("city", "plain({c.city}) = plain(:v)", "Where it is, without regard to case.")
          .text(
              "territory",
              "plain(:v) = any(string_to_array(plain(c.territories), ' '))",
              "A territory that it stands for.")
          .text(
              "label",
              """
              exists (select from jsonb_array_elements(c.labels) label
                where plain(label ->> 'name') = plain(:v) and coalesce(has_come(label ->> 'from', :on), true))\
              """,
              "A label that it bears on the day, by name without regard to case.")
          .text(
              "speciality",
              "plain(c.speciality) like '%' || plain(:v) || '%'",
              "Words of its speciality.")
          .sort("name", Sort.Kind.TEXT, "{c.name}")
          .sort("slug", Sort.Kind.TEXT, "c.slug")
          .sortOptional("foundedOn", Sort.Kind.PARTIAL_DATE, "c.founded_on collate \"C\"")
          .sortOptional("announcedOn", Sort.Kind.PARTIAL_DATE, "c.announced_on collate \"C\"")
          .sortedBy("name");

  private ClusterListing() {}
}
