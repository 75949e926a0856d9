package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.grappe.database.Database;
import org.grappe.value.Violations;

/** What a division says of other records: that they are the cluster's, or a result's. */
@ApplicationScoped
class DivisionRules {
  /** Those of some records that are a cluster's. */
  private static final String OWN =
      """
      select id from memberships where id = any(?) and cluster = ?
      union all
      select id from colleges where id = any(?) and cluster = ?
      union all
      select id from offices where id = any(?) and cluster = ?
      union all
      select id from conventions where id = any(?) and ? = any(parties)
      union all
      select e.id from events e, (select ?::uuid[] as ids, ?::uuid as cluster) asked
      where e.id = any(asked.ids) and (e.host_cluster = asked.cluster or exists (
        select from shares s where s.event = e.id and s.cluster = asked.cluster))""";

  private final Database database;
  private final CollegeOwners colleges;
  private final StillThere there;

  DivisionRules(Database database, CollegeOwners colleges, StillThere there) {
    this.database = database;
    this.colleges = colleges;
    this.there = there;
  }

  void requireThere(Division.Content next, Division.Content before) {
    boolean isMoved =
        before != null
            && next.announcedOn() != null
            && !next.announcedOn().equals(before.announcedOn());
    there.require(
        next.announcedOn(),
        next.plannedFor(),
        List.of(
            new StillThere.Named("cluster", List.of(next.cluster()), false)
                .since(before == null ? List.of() : List.of(before.cluster()), isMoved),
            new StillThere.Named("results", next.results(), false)
                .since(before == null ? List.of() : before.results(), isMoved)));
  }

  void check(Division.Content content, Violations violations) {
    List<Assignment> assignments = content.assignments();
    List<UUID> named =
        assignments.stream()
            .map(Assignment::thing)
            .filter(UUID.class::isInstance)
            .map(UUID.class::cast)
            .toList();
    List<UUID> own = named.isEmpty() ? List.of() : own(named, content.cluster());
    Set<UUID> known = new HashSet<>(own);
    for (int i = 0; i < assignments.size(); i++) {
      Assignment one = assignments.get(i);
      violations.addIf(
          one.thing() instanceof UUID id && !known.contains(id),
          "/assignments/" + i + "/" + one.field(),
          "division.assignment-foreign");
    }
    mapping(content, violations);
  }

  private List<UUID> own(List<UUID> named, UUID cluster) {
    return database.all(
        OWN,
        row -> row.getObject(1, UUID.class),
        List.of(named, cluster, named, cluster, named, cluster, named, cluster, named, cluster));
  }

  /** Each college of the cluster goes to one of a result, and to one of each at most. */
  private void mapping(Division.Content content, Violations violations) {
    Set<List<UUID>> seen = new HashSet<>();
    for (int i = 0; i < content.collegeMapping().size(); i++) {
      CollegeMapping mapping = content.collegeMapping().get(i);
      String at = "/collegeMapping/" + i;
      UUID to = colleges.clusterOf(mapping.to());
      violations.addIf(
          !content.cluster().equals(colleges.clusterOf(mapping.from())),
          at + "/from",
          "division.college-from");
      violations.addIf(
          to == null || !content.results().contains(to), at + "/to", "division.college-to");
      violations.addIf(
          !seen.add(Arrays.asList(mapping.from(), to)), at + "/from", "reference.repeated");
    }
  }
}
