package org.grappe.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.grappe.caller.Callers;
import org.grappe.database.Database;
import org.grappe.period.Timeline;
import org.grappe.problem.Problems;
import org.grappe.query.Columns;
import org.grappe.query.Listing;
import org.grappe.query.Sort;
import org.grappe.query.Walk;
import org.grappe.record.Owners;
import org.grappe.record.Records;
import org.grappe.record.RecordsFactory;
import org.grappe.record.Repository;
import org.grappe.value.LegalIds;
import org.grappe.value.Violation;

/** The organisations. */
@ApplicationScoped
class Organisations implements Repository<Organisation, Organisation.Content, OrganisationView> {
  private static final String[] OTHERWISE = {
    "name", "legalForm", "city", "siren", "siret", "periods", "formerSirens"
  };

  /** A number leads to who ever had it, whatever the day. */
  private static final String EVER =
      "o.%1$s = :v or (o.periods <> '[]' and o.periods @> jsonb_build_array(jsonb_build_object("
          + "'%1$s', :v::text)))";

  static final Listing<OrganisationView> LISTING =
      Listing.of(
              "/organisations",
              OrganisationView.class,
              Columns.of("o", OrganisationView.class, OTHERWISE)
                  + """
                  , {o.name} as name, {o.legal_form} as legal_form, {o.city} as city,
                  {o.region} as region_code, {o.siren} as siren, {o.siret} as siret,
                  case when o.periods <> '[]' then told_periods(o.periods) end as periods,
                  case when o.periods <> '[]' then former_sirens(o.periods, :on) end as former_sirens,
                  f.id as followed_by_id, {f.name} as followed_by_name,
                  p.ids as continues_id, p.names as continues_name\
                  """,
              "organisations o")
          .dressedWith(
              """
              left join organisations f on f.id = o.followed_by
              left join lateral (
                select array_agg(p.id order by p.called, p.id) as ids,
                  array_agg(p.called order by p.called, p.id) as names
                from (select p.id, {p.name} as called from organisations p
                  where p.followed_by = o.id) p) p on true\
              """)
          .direct()
          .searchable()
          .temporal()
          .written(
              "siren",
              LegalIds::isSiren,
              "siren",
              EVER.formatted("siren"),
              "Its SIREN, or one that it had.")
          .written(
              "siret",
              LegalIds::isSiret,
              "siret",
              EVER.formatted("siret"),
              "Its SIRET, or one that it had.")
          .written(
              "rna",
              LegalIds::isRna,
              "rna",
              "o.rna = :v",
              "Its number in the register of associations.")
          .choice("kind", Organisation.Kind.class, "o.kind", "What kind of body it is.")
          .text("city", "plain({o.city}) = plain(:v)", "Where it is, without regard to case.")
          .text(
              "label",
              """
              o.labels <> '[]' and plain_labels(o.labels) @> array[plain(:v)] and exists (
                select from jsonb_array_elements(o.labels) label
                where plain(label ->> 'name') = plain(:v) and coalesce(has_come(label ->> 'from', :on), true))\
              """,
              "A label that it bears on the day, by name without regard to case.")
          .textInParts(
              "region",
              "{o.region} = any(regions_found(%s))",
              "The code of its region; a new one finds those that it replaced.")
          .lineage(
              "clusters",
              "memberOf",
              """
              o.id in (select m.organisation from memberships m
                where m.cluster %s and m."from" <= :on and (m.until is null or m.until > :on))\
              """,
              "The cluster, by slug or id, of which it is an active member on the day.")
          .among("region", "select region_family(:v) as id")
          .walk(
              Walk.of("region", "name", "organisations o", "o.region = one.id", "o.name", "o.id")
                  .forOne())
          .walk(
              Walk.of(
                      "memberOf",
                      "name",
                      "memberships m join organisations o on o.id = m.organisation",
                      """
                      m.cluster = one.id and m."from" <= :on and (m.until is null or m.until > :on)\
                      """,
                      "m.organisation_name",
                      "m.organisation")
                  .forOne()
                  .living("coalesce(last_day(one.dissolved_on) > :on, true)"))
          .sort("name", Sort.Kind.TEXT, "{o.name}")
          .sortedBy("name");

  private static final Map<String, Function<Organisation.Content, String>> NUMBERS =
      Map.of(
          "/siren", Organisation.Content::siren,
          "/siret", Organisation.Content::siret,
          "/rna", Organisation.Content::rna);

  private final Records<Organisation, Organisation.Content, OrganisationView> records;
  private final Callers callers;
  private final Database database;

  Organisations(RecordsFactory records, Callers callers, Database database) {
    this.records = records.of(this, Organisation::new, Organisation.Content.class, LISTING);
    this.callers = callers;
    this.database = database;
  }

  @Override
  public Records<Organisation, Organisation.Content, OrganisationView> records() {
    return records;
  }

  /** A new name is a new name of its memberships. */
  @Override
  public List<UUID> alsoChanged(Organisation entry) {
    return database.all(
        "select distinct cluster from memberships where organisation = ?",
        row -> row.getObject(1, UUID.class),
        List.of(entry.id()));
  }

  /** Makes sure that an editor lets the numbers of a cluster be, on every day. */
  void requireNumbers(Organisation entry, Timeline next) {
    if (!callers.current().isAdministrator()
        && !Numbers.areSame(entry.timeline(), next)
        && isCluster(entry.id())) {
      throw Problems.forbidden(
          List.of(Violation.pointer("/siren", "forbidden.numbers-of-cluster")));
    }
  }

  @Override
  public Organisation.Content current(Organisation entry) {
    return entry.on(records.today());
  }

  @Override
  public Organisation.Content stored(Organisation entry, Organisation.Content next) {
    return entry.corrected(records.today(), next);
  }

  /** The numbers of one that is a cluster are that cluster's, and so the administrators'. */
  @Override
  public void beforeSave(Organisation entry, Organisation.Content before) {
    List<Violation> changed =
        before == null || callers.current().isAdministrator()
            ? List.of()
            : NUMBERS.entrySet().stream()
                .filter(number -> !isSame(number.getValue(), before, current(entry)))
                .map(number -> Violation.pointer(number.getKey(), "forbidden.numbers-of-cluster"))
                .toList();
    if (!changed.isEmpty() && isCluster(entry.id())) {
      throw Problems.forbidden(changed);
    }
  }

  private static boolean isSame(
      Function<Organisation.Content, String> number,
      Organisation.Content before,
      Organisation.Content next) {
    return Objects.equals(number.apply(before), number.apply(next));
  }

  private boolean isCluster(UUID organisation) {
    return database
        .one("select 1 from clusters where organisation = ?", row -> true, organisation)
        .isPresent();
  }

  /** Any editor enters one; see {@link Owners#anyEditor}. */
  @Override
  public Owners owners(Organisation entry) {
    return Owners.anyEditor();
  }
}
