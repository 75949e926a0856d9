package org.grappe.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.grappe.database.Database;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;
import org.grappe.value.Violations;

/** On which memberships an organisation may register for an event, and whose these are. */
@ApplicationScoped
class RegistrationRules {
  private final Database database;
  private final Registrants registrants;

  RegistrationRules(Database database, Registrants registrants) {
    this.database = database;
    this.registrants = registrants;
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
  Optional<UUID> admit(UUID event, RegistrationContent content, LocalDate day) {
    registrants.requireUnfollowed(event, content.organisation());
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
}
