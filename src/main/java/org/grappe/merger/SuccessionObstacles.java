package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.grappe.config.Today;
import org.grappe.organisation.FollowedOrganisations;
import org.grappe.problem.Problems;

/** What stands against a succession. */
@ApplicationScoped
class SuccessionObstacles {
  private final ActSql sql;
  private final SucceededMembers members;
  private final SucceededPlaces places;
  private final FollowedOrganisations organisations;
  private final Today today;

  SuccessionObstacles(
      ActSql sql,
      SucceededMembers members,
      SucceededPlaces places,
      FollowedOrganisations organisations,
      Today today) {
    this.sql = sql;
    this.members = members;
    this.places = places;
    this.organisations = organisations;
    this.today = today;
  }

  /** All there is, what matters most first. */
  List<Against> all(Succession succession) {
    List<Against> found = new ArrayList<>();
    if (succession.successor() == null || !organisations.isThere(succession.successor())) {
      found.add(refused("/successor", "succession.no-successor"));
    } else if (succession.successor().equals(succession.organisation())) {
      found.add(refused("/successor", "succession.itself"));
    }
    if (succession.day().isAfter(today.day())) {
      found.add(refused("/on", "date.future", succession.on()));
    }
    found.addAll(others(succession));
    found.addAll(members.obstacles(succession));
    found.addAll(places.obstacles(succession));
    return found;
  }

  private static Against refused(String pointer, String key, Object... args) {
    return Against.of(Problems.validationFailed(pointer, key, args));
  }

  /** Other successions: of the two themselves, and into the one that is no more from the day on. */
  private List<Against> others(Succession succession) {
    return sql.all(
        succession,
        """
        select case when o.id = p.organisation then 'succession.followed'
            else 'succession.successor-followed' end,
          on_day(o.name, o.periods, 'name', p.day), on_day(s.name, s.periods, 'name', p.day),
          o.followed_on, 'organisations', o.id
        from p join organisations o on o.id in (p.organisation, p.successor)
        join organisations s on s.id = o.followed_by
        union all
        select 'succession.later', on_day(o.name, o.periods, 'name', p.day), null, o.followed_on,
          'organisations', o.id
        from p join organisations o on o.followed_by = p.organisation
        where first_day(o.followed_on) >= p.day
        order by 1, 6 limit 20""",
        Against::calledFirst);
  }
}
