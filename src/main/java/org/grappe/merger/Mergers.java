package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.grappe.caller.Callers;
import org.grappe.database.Busy;
import org.grappe.problem.Problems;
import org.grappe.query.Listing;
import org.grappe.query.PathId;
import org.grappe.query.Sort;
import org.grappe.record.EditableRecords;
import org.grappe.record.Owners;
import org.grappe.value.Violation;
import org.grappe.value.Violations;

/** The mergers. */
@ApplicationScoped
class Mergers extends EditableRecords<Merger, Merger.Content, MergerView> {
  private static final String STATUS =
      "merger_status(g.id, g.parties, g.effective_on, g.abandoned_on, :on)";

  static final Listing<MergerView> LISTING =
      Listing.of(
              "/mergers",
              MergerView.class,
              """
              g.id, g.version, g.created_at, g.updated_at, g.announced_on, g.planned_for,
              g.effective_on, g.abandoned_on, g.sources, g.statements, g.remarks,
              %s as status, r.id as result_id, r.name as result_name, r.slug as result_slug,
              p.ids as parties_id, p.names as parties_name, p.slugs as parties_slug,
              b.ballots, m.college_mapping,
              jsonb_build_array(jsonb_strip_nulls(jsonb_build_object('kind', 'ANNOUNCED',
                'on', g.announced_on, 'sources', '[]'::jsonb,
                'plannedFor', case when g.steps @> '[{"kind": "POSTPONED"}]'
                  then g.first_planned_for else g.planned_for end))) || s.steps as steps\
              """
                  .formatted(STATUS),
              """
              mergers g
              left join clusters r on r.id = g.result
              left join lateral (
                select array_agg(c.id order by n) as ids, array_agg(c.name order by n) as names,
                  array_agg(c.slug order by n) as slugs
                from unnest(g.parties) with ordinality party(id, n)
                join clusters c on c.id = party.id) p on true
              left join lateral (
                select coalesce(jsonb_agg(jsonb_build_object('id', b.id,
                    'party', jsonb_build_object('id', c.id, 'name', c.name, 'slug', c.slug),
                    'assembly', b.assembly, 'decision', b.decision)
                  order by b.assembly_on, b.created_at, b.id), '[]') as ballots
                from ballots b join clusters c on c.id = b.party where b.merger = g.id) b on true
              left join lateral (
                select coalesce(jsonb_agg(step || jsonb_build_object('sources', (
                    select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'name', x.title)
                      order by x.title), '[]')
                    from sources x where x.id in (
                      select jsonb_array_elements_text(step -> 'sources')::uuid)))
                  order by n), '[]') as steps
                from jsonb_array_elements(g.steps) with ordinality done(step, n)) s on true
              left join lateral (
                select coalesce(jsonb_agg(jsonb_build_object(
                    'from', jsonb_build_object('id', f.id, 'name', f.name),
                    'to', jsonb_build_object('id', t.id, 'name', t.name)) order by f.name),
                  '[]') as college_mapping
                from jsonb_array_elements(g.college_mapping) x
                join colleges f on f.id = (x ->> 'from')::uuid
                join colleges t on t.id = (x ->> 'to')::uuid) m on true\
              """)
          .temporal()
          .existsWhen("g.announced_on is null or first_day(g.announced_on) <= :on")
          .lineage(
              "clusters",
              "cluster",
              """
              g.result %1$s
              or g.id in (select merger from merger_parties where cluster %1$s)\
              """,
              "A party or the result, by slug or id.")
          .choice("status", MergerStatus.class, STATUS + " = any(:v)", "What it is on the day.")
          .text(
              "region",
              """
              exists (select from clusters c
                where c.id = any(g.parties || g.result)
                  and c.region = any(array(select region_family(:v))))\
              """,
              "The code of the region of a party or the result; a new one finds those it replaced.")
          .sortOptional("announcedOn", Sort.Kind.PARTIAL_DATE, "g.announced_on collate \"C\"")
          .sortOptional("effectiveOn", Sort.Kind.PARTIAL_DATE, "g.effective_on collate \"C\"")
          .sortedBy("announcedOn");

  @Inject Callers callers;

  Mergers() {
    super(Merger::new, Merger.Content.class, LISTING);
  }

  @Override
  protected Owners owners(Merger merger) {
    return Owners.any(merger.content().parties());
  }

  /** The parties, and the result where there is one: each may call it off. */
  private static List<UUID> involved(Merger.Content content) {
    return Stream.concat(content.parties().stream(), Stream.ofNullable(content.result()))
        .distinct()
        .toList();
  }

  /** The merger itself, locked until the transaction ends. */
  @Override
  public Merger required(String id) {
    UUID key = PathId.of(id);
    return findByIdOptional(key, LockModeType.PESSIMISTIC_WRITE)
        .orElseThrow(() -> Problems.notFound("mergers", id));
  }

  /**
   * The same of one that is about to change all that belongs to its parties and result: nobody else
   * writes any of that until the transaction ends. The clusters come before the merger, in which
   * others may stand by the time they are held.
   */
  Merger held(String id) {
    List<UUID> clusters = involved(id);
    locks.hold(clusters);
    Merger merger = required(id);
    if (!clusters.equals(involved(id))) {
      throw new Busy();
    }
    return merger;
  }

  private List<UUID> involved(String id) {
    return database.all(
        "select unnest(parties || result) from mergers where id = ? and result is not null",
        row -> row.getObject(1, UUID.class),
        List.of(PathId.of(id)));
  }

  /** A merger whose preview the caller may read; all that is read of it is of one moment. */
  Merger toPreview(String id) {
    database.change("set transaction isolation level repeatable read");
    Merger merger = super.required(id);
    if (!callers.current().readsApplications()) {
      rights.requireHistory(owners(merger), "mergers", merger.id());
    }
    return merger;
  }

  /** As it is answered. */
  MergerView shown(Merger merger) {
    return view(merger.id());
  }

  /** The same, if it is neither effective nor given up. */
  Merger requiredOpen(String id) {
    Merger merger = required(id);
    merger.requireOpen();
    return merger;
  }

  /** What needs other records: no circle, and colleges where they belong. */
  @Override
  protected void beforeSave(Merger merger, Merger.Content before) {
    Merger.Content next = merger.content();
    requireResult(next, before);
    Violations violations = new Violations();
    violations.addIf(isCircle(next), "/result", "merger.circle");
    for (int i = 0; i < next.collegeMapping().size(); i++) {
      Merger.Mapping mapping = next.collegeMapping().get(i);
      String at = "/collegeMapping/" + i;
      UUID from = clusterOf(mapping.from());
      boolean isEnding = next.parties().contains(from) && !from.equals(next.result());
      violations.addIf(!isEnding, at + "/from", "merger.college-from");
      violations.addIf(
          !clusterOf(mapping.to()).equals(next.result()), at + "/to", "merger.college-to");
    }
    Problems.raise(violations);
  }

  /**
   * Nobody is made the result of a merger by others: one that is no party is named by its own
   * editor, or an administrator.
   */
  private void requireResult(Merger.Content next, Merger.Content before) {
    UUID result = next.result();
    boolean isNamed =
        result != null
            && !next.parties().contains(result)
            && (before == null
                || !result.equals(before.result())
                || before.parties().contains(result));
    if (isNamed && !callers.current().edits(List.of(result))) {
      throw Problems.forbidden(List.of(Violation.pointer("/result", "forbidden.result")));
    }
  }

  /** Whether the result has become part of a party already. */
  boolean isCircle(Merger.Content content) {
    return content.result() != null
        && database
            .one(
                """
                select 1 from heirs_of(array[?::uuid]) heir
                where heir = any(?::uuid[]) and heir <> ?\
                """,
                row -> true,
                content.result(),
                content.parties(),
                content.result())
            .isPresent();
  }

  private UUID clusterOf(UUID college) {
    return database
        .one(
            "select cluster from colleges where id = ?",
            row -> row.getObject(1, UUID.class),
            college)
        .orElseThrow();
  }

  MergerView postpone(Merger merger, PostponementResource.Postponement body) {
    rights.requireChange(owners(merger), "mergers", merger.id());
    updateBySystem(
        merger,
        merger.postponed(
            body.on(today()), body.plannedFor(), body.reason(), List.copyOf(body.sources())));
    flush();
    return view(merger.id());
  }

  MergerView abandon(Merger merger, AbandonmentResource.Abandonment body) {
    Owners owners = Owners.any(involved(merger.content()));
    rights.requireChange(owners, "mergers", merger.id());
    merger.abandon(body.on(today()), body.reason(), body.sources());
    updateBySystem(merger, merger.content(), owners);
    flush();
    return view(merger.id());
  }

  /** Writes what an act has changed of it. */
  void keep(Merger merger) {
    updateBySystem(merger, merger.content());
    flush();
  }
}
