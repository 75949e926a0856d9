package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.grappe.config.Today;
import org.grappe.database.Database;
import org.grappe.organisation.FollowedOrganisations;
import org.grappe.problem.Problem;
import org.grappe.query.PathId;
import org.grappe.record.Acts;
import org.grappe.value.Ids;
import org.grappe.value.PartialDate;

/** Makes an organisation another. */
@ApplicationScoped
class Successions {
  private final FollowedOrganisations organisations;
  private final SuccessionObstacles obstacles;
  private final SucceededApplications applications;
  private final SucceededMembers members;
  private final SucceededPlaces places;
  private final ObstacleList list;
  private final SuccessionLocks locks;
  private final Database database;
  private final Acts acts;
  private final Today today;

  Successions(
      FollowedOrganisations organisations,
      SuccessionObstacles obstacles,
      SucceededApplications applications,
      SucceededMembers members,
      SucceededPlaces places,
      ObstacleList list,
      SuccessionLocks locks,
      Database database,
      Acts acts,
      Today today) {
    this.organisations = organisations;
    this.obstacles = obstacles;
    this.applications = applications;
    this.members = members;
    this.places = places;
    this.list = list;
    this.locks = locks;
    this.database = database;
    this.acts = acts;
    this.today = today;
  }

  /** What a succession would do, and what stands against it; all of one moment. */
  SuccessionOutcome preview(
      String id, UUID successor, PartialDate on, Succession.Memberships memberships) {
    database.change("set transaction isolation level repeatable read");
    UUID organisation = PathId.of(id);
    organisations.require(organisation);
    Succession succession = succession(organisation, successor, on, memberships, null);
    return outcome(succession, obstacles.all(succession));
  }

  /**
   * Does it, all or nothing.
   *
   * @throws Problem what stands against it first, with all that does as {@code obstacles}
   */
  SuccessionOutcome carryOut(String id, SuccessionResource.NewSuccession body) {
    UUID organisation = PathId.of(id);
    organisations.require(organisation);
    locks.hold(organisation, body.successor());
    organisations.requireChange(organisation);
    organisations.requireChange(body.successor());
    Succession succession =
        succession(organisation, body.successor(), body.on(), body.memberships(), Ids.fresh());
    List<Against> against = obstacles.all(succession);
    list.raise(against);
    SuccessionOutcome outcome = outcome(succession, against);
    acts.mark(succession.act());
    applications.carryOut(succession);
    members.carryOut(succession);
    places.carryOut(succession);
    organisations.follow(
        organisation,
        body.successor(),
        succession.on(),
        body.kind(),
        body.reason(),
        body.sources());
    acts.end();
    return outcome;
  }

  private Succession succession(
      UUID organisation,
      UUID successor,
      PartialDate on,
      Succession.Memberships memberships,
      UUID act) {
    return new Succession(
        organisation,
        successor,
        on == null ? PartialDate.of(today.day()) : on,
        memberships == null ? Succession.Memberships.CARRY : memberships,
        act);
  }

  private SuccessionOutcome outcome(Succession succession, List<Against> against) {
    return new SuccessionOutcome(
        members.ending(succession),
        members.joint(succession),
        members.resulting(succession),
        applications.handed(succession),
        places.mandates(succession),
        places.registrations(succession),
        list.of(against));
  }
}
