package org.grappe.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.grappe.cluster.ClusterProblems;
import org.grappe.database.Database;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;
import org.grappe.value.Violations;

/** On which memberships an organisation may register for an event, and whose these are. */
@ApplicationScoped
class RegistrationRules {
  private final Database database;

  RegistrationRules(Database database) {
    this.database = database;
  }

  /** A membership as far as an event asks. */
  private record Member(UUID cluster, UUID organisation, boolean active) {}

  /** The cluster of a membership, if there is one. */
  Optional<UUID> cluster(UUID membership) {
    return membership == null
        ? Optional.empty()
        : database.one(
            "select cluster from memberships where id = ?",
            row -> row.getObject(1, UUID.class),
            membership);
  }

  /** The clusters in whose calendars an event stands on a day, as host or shared. */
  List<UUID> calendars(UUID event, LocalDate day) {
    return database.all(
        """
        select host_cluster from events where id = ? and host_cluster is not null
        union all
        select cluster from shares where event = ?
          and share_status(accepted_on, refused_on, ?) = 'ACCEPTED'
          and coalesce(until, 'infinity') > ?""",
        row -> row.getObject(1, UUID.class),
        List.of(event, event, day, day));
  }

  /**
   * The cluster on whose membership an organisation registers, if it does so on one.
   *
   * @throws Problem {@code validation-failed} for one of another organisation, in another cluster,
   *     or that doesn't hold on the day; {@code outside-cluster-life} for one that has become
   *     another by then
   */
  Optional<UUID> admit(UUID event, Registration.Content content, LocalDate day) {
    requireUnfollowed(event, content.organisation());
    if (content.membership() == null) {
      return Optional.empty();
    }
    Member member =
        database
            .one(
                """
                select cluster, organisation,
                  membership_status("from", until, refused_on, ?) = 'ACTIVE'
                from memberships where id = ?""",
                row ->
                    new Member(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getBoolean(3)),
                day,
                content.membership())
            .orElseThrow();
    String at = "/membership";
    boolean isTheirs = member.organisation.equals(content.organisation());
    boolean isHere = calendars(event, day).contains(member.cluster);
    Problems.raise(
        new Violations()
            .addIf(!isTheirs, at, "registration.membership-of-other")
            .addIf(isTheirs && !isHere, at, "registration.membership-elsewhere")
            .addIf(isTheirs && isHere && !member.active, at, "registration.membership-inactive"));
    return Optional.of(member.cluster);
  }

  /** Lets an organisation become no other until the transaction ends. */
  void keep(UUID organisation) {
    database.one(
        "select 1 from organisations where id = ? for key share", row -> true, organisation);
  }

  /** Who has become another takes part in nothing from then on. */
  private void requireUnfollowed(UUID event, UUID organisation) {
    Problems.raise(
        database.one(
            """
            select on_day(o.name, o.periods, 'name', first_day(o.followed_on)), o.followed_on
            from organisations o join events e on e.id = ?
            where o.id = ? and coalesce(e.last_on >= first_day(o.followed_on), o.followed_by is not null)""",
            row ->
                Problems.of(
                        ClusterProblems.OUTSIDE_CLUSTER_LIFE,
                        "registration.of-followed",
                        row.getString(1),
                        row.getString(2))
                    .withMember("field", "organisation")
                    .withMember("bound", row.getString(2)),
            event,
            organisation));
  }
}
