package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.grappe.body.MergePatch;
import org.grappe.caller.Callers;
import org.grappe.cluster.ClusterLookup;
import org.grappe.database.Busy;
import org.grappe.database.Database;
import org.grappe.problem.Problems;
import org.grappe.query.PathId;
import org.grappe.record.ClusterLocks;
import org.grappe.record.HistoryRights;
import org.grappe.record.Owners;
import org.grappe.record.Records;
import org.grappe.record.RecordsFactory;
import org.grappe.record.Repository;
import org.grappe.record.Rights;
import org.grappe.value.PartialDate;
import org.grappe.value.Violation;
import org.grappe.value.Violations;

/** The mergers. */
@ApplicationScoped
class Mergers implements Repository<Merger, Merger.Content, MergerView> {

  private final Records<Merger, Merger.Content, MergerView> records;
  private final Callers callers;
  private final ClusterLookup clusters;
  private final Database database;
  private final Rights rights;
  private final HistoryRights historyRights;
  private final ClusterLocks locks;
  private final ObstacleList obstacles;
  private final CollegeOwners colleges;
  private final SelfNamed selfNamed;

  Mergers(
      RecordsFactory records,
      Callers callers,
      ClusterLookup clusters,
      Database database,
      Rights rights,
      HistoryRights historyRights,
      ClusterLocks locks,
      ObstacleList obstacles,
      CollegeOwners colleges,
      SelfNamed selfNamed) {
    this.records = records.of(this, Merger::new, Merger.Content.class, MergerListing.ALL);
    this.callers = callers;
    this.clusters = clusters;
    this.database = database;
    this.rights = rights;
    this.historyRights = historyRights;
    this.locks = locks;
    this.obstacles = obstacles;
    this.colleges = colleges;
    this.selfNamed = selfNamed;
  }

  @Override
  public Records<Merger, Merger.Content, MergerView> records() {
    return records;
  }

  @Override
  public Owners owners(Merger merger) {
    return Owners.any(merger.content().parties());
  }

  /** An open result is named by its own editor, too, who changes nothing else. */
  @Override
  public Owners owners(Merger merger, MergePatch patch) {
    List<UUID> named =
        patch.patch().size() == 1 && patch.patch().path("result").isTextual()
            ? clusters.find(patch.patch().get("result").asText()).stream().toList()
            : List.of();
    UUID result = merger.content().result();
    boolean isOpen = result == null || named.contains(result);
    return isOpen && !named.isEmpty() && callers.current().edits(named)
        ? Owners.any(Stream.concat(merger.content().parties().stream(), named.stream()).toList())
        : owners(merger);
  }

  /** The parties, and the result where there is one: each may call it off, if it was invited. */
  private static List<UUID> involved(Merger.Content content) {
    return Stream.concat(content.parties().stream(), Stream.ofNullable(content.result()))
        .distinct()
        .toList();
  }

  /** The merger itself, locked until the transaction ends. */
  @Override
  public Merger required(String id) {
    return records.requiredLocked(id);
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
    Merger merger = records.required(id);
    if (!callers.current().readsApplications()) {
      historyRights.require(owners(merger), "mergers", merger.id());
    }
    return merger;
  }

  /** As it is answered. */
  MergerView shown(Merger merger) {
    return records.view(merger.id());
  }

  /** The same, if it is neither effective nor given up. */
  Merger requiredOpen(String id) {
    Merger merger = required(id);
    merger.requireOpen();
    return merger;
  }

  /** What needs other records: no circle, and colleges where they belong. */
  @Override
  public void beforeSave(Merger merger, Merger.Content before) {
    Merger.Content next = merger.content();
    if (before != null) {
      merger.requireSameShape(before);
      merger.requireAnnouncedBefore(before.announcedOn());
    }
    requireResult(merger, before);
    Violations violations = new Violations();
    violations.addIf(isCircle(next), "/result", "merger.circle");
    for (int i = 0; i < next.collegeMapping().size(); i++) {
      Merger.Mapping mapping = next.collegeMapping().get(i);
      String at = "/collegeMapping/" + i;
      UUID from = colleges.clusterOf(mapping.from());
      boolean isEnding =
          from != null && next.parties().contains(from) && !from.equals(next.result());
      violations.addIf(!isEnding, at + "/from", "merger.college-from");
      UUID to = colleges.clusterOf(mapping.to());
      violations.addIf(to == null || !to.equals(next.result()), at + "/to", "merger.college-to");
    }
    Problems.raise(violations);
    requireParties(next, before);
  }

  /** Who has become part of another already is no party, but of what was announced before. */
  private void requireParties(Merger.Content next, Merger.Content before) {
    List<UUID> parties =
        next.parties().stream()
            .filter(party -> before == null || !before.parties().contains(party))
            .toList();
    PartialDate known = next.announcedOn() == null ? next.plannedFor() : next.announcedOn();
    LocalDate day = known == null ? records.today() : known.firstDay();
    obstacles.raise(
        database.all(
            """
            select c.id, c.name, coalesce(c.followed_on, c.dissolved_on),
              case when c.followed_by is null then 'division.divided' else 'merger.merged' end
            from clusters c, (select ?::uuid[] as parties, ?::date as day) asked
            where c.id = any(asked.parties)
              and (c.followed_by is not null and first_day(c.followed_on) <= asked.day
                or c.divided_into <> '{}' and first_day(c.dissolved_on) <= asked.day)
            order by c.name""",
            row ->
                new Against(
                    Problems.of(
                        MergerProblems.MERGER_CONFLICT,
                        row.getString(4),
                        row.getString(2),
                        "",
                        row.getString(3)),
                    "clusters",
                    row.getObject(1, UUID.class),
                    row.getString(2)),
            List.of(parties, day)));
  }

  /**
   * Nobody is made the result of a merger by others: one that is no party is named by its own
   * editor, or an administrator.
   */
  private void requireResult(Merger merger, Merger.Content before) {
    Merger.Content next = merger.content();
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
    selfNamed.keep(merger.id(), next.parties(), isNamed ? List.of(result) : List.of());
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

  MergerView postpone(Merger merger, PostponementResource.Postponement body) {
    rights.requireChange(owners(merger), "mergers", merger.id());
    records.updateBySystem(
        merger,
        merger.postponed(
            body.on(records.today()),
            body.plannedFor(),
            body.reason(),
            List.copyOf(body.sources())));
    flush();
    return records.view(merger.id());
  }

  MergerView abandon(Merger merger, AbandonmentResource.Abandonment body) {
    Owners owners =
        Owners.any(
            Stream.concat(
                    merger.content().parties().stream(),
                    selfNamed.invited(merger.id(), involved(merger.content())).stream())
                .distinct()
                .toList());
    rights.requireChange(owners, "mergers", merger.id());
    merger.abandon(body.on(records.today()), body.reason(), body.sources());
    records.updateBySystem(merger, merger.content(), owners);
    flush();
    return records.view(merger.id());
  }

  /** Writes other steps of it. */
  void keepSteps(Merger merger, List<MergerStep> steps) {
    records.updateBySystem(merger, merger.withSteps(steps));
    flush();
  }

  /** Writes what an act has changed of it. */
  void keep(Merger merger) {
    records.updateBySystem(merger, merger.content());
    flush();
  }
}
