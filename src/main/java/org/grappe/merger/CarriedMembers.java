package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.grappe.problem.Problems;

/** Who may be carried into a cluster that takes over theirs. */
@ApplicationScoped
class CarriedMembers {
  private final ActSql sql;

  CarriedMembers(ActSql sql) {
    this.sql = sql;
  }

  /** Members are carried by a takeover alone, and those who were there as their cluster ended. */
  List<Against> obstacles(Plan plan) {
    if (plan.carried().equals(Carried.NOBODY)) {
      return List.of();
    }
    if (plan.taken().isEmpty()) {
      return List.of(Against.of(Problems.validationFailed("/carried", "merger.carried-by-merger")));
    }
    return Stream.concat(
            strangers(plan).stream()
                .map(n -> Problems.validationFailed("/carried/" + n, "merger.carried-stranger"))
                .map(Against::of),
            succeeded(plan).stream())
        .toList();
  }

  /** Those that are to be carried, by their place, and were not there as their cluster ended. */
  private List<Integer> strangers(Plan plan) {
    return sql.all(
        plan,
        PassingMembers.MEMBERS
            + """
            select asked.n from p cross join unnest(p.carried) with ordinality asked(id, n)
            where asked.id not in (select id from ended) order by asked.n""",
        row -> row.getInt(1) - 1);
  }

  /** Who would be carried beyond the day on which they became another organisation. */
  private List<Against> succeeded(Plan plan) {
    return sql.against(
        plan,
        PassingMembers.MEMBERS
            + """
            select 'merger.carried-succeeded', on_day(c.name, c.periods, 'name', p.day),
              coalesce(m.organisation_name, organisation_called(m.organisation, p.day)) as name,
              o.followed_on, 'memberships', m.id
            from p join memberships m on m.cluster = any(p.taken) and m.id in (select id from ended)
            join clusters c on c.id = m.cluster
            join organisations o on o.id = m.organisation and o.followed_by is not null
            where m.organisation not in (select organisation from kept)
            order by name, m.id limit 20""");
  }
}
