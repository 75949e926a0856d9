package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.grappe.merger.MergerOutcome.Conflict;
import org.grappe.merger.MergerOutcome.UnmappedCollege;
import org.grappe.value.Documents;
import org.grappe.value.Ref;

/** To which colleges of the result the members of a merger's parties go. */
@ApplicationScoped
class MemberColleges {
  private final ActSql sql;

  MemberColleges(ActSql sql) {
    this.sql = sql;
  }

  /** Colleges whose members would go on without one. */
  List<UnmappedCollege> unmapped(Plan plan) {
    return sql.all(
        plan,
        PassingMembers.MEMBERS
            + """
            select k.id, k.name, c.id, on_day(c.name, c.periods, 'name', p.day) as called, c.slug
            from p cross join colleges k join clusters c on c.id = k.cluster
            where k.id in (select college from passing) and k.id not in (select college from mapping)
            order by k.name, called, k.id""",
        row ->
            new UnmappedCollege(
                row.getObject(1, UUID.class),
                row.getString(2),
                new Ref(row.getObject(3, UUID.class), row.getString(4), row.getString(5))));
  }

  /**
   * Organisations of several parties whose colleges lead to different ones: all of each side by
   * side, for to look for the others of each by itself is to read all for each.
   */
  List<Conflict> conflicts(Plan plan) {
    return sql.all(
        plan,
        PassingMembers.MEMBERS
            + """
            select x.organisation, x.name, k.id, k.name,
              jsonb_agg(distinct jsonb_build_object('id', t.id, 'name', t.name))::text
            from (
              select e.organisation, mapping.target, first_value(mapping.target) over longest as longest,
                first_value(e.organisation_name) over longest as name
              from passing e left join mapping on mapping.college = e.college
              window longest as (partition by e.organisation order by e.since, e."from", e.id)) x
            join colleges t on t.id = x.target and x.target is distinct from x.longest
            left join colleges k on k.id = x.longest
            group by x.organisation, x.name, k.id, k.name
            order by x.name, x.organisation""",
        row ->
            new Conflict(
                new Ref(row.getObject(1, UUID.class), row.getString(2), null),
                row.getObject(3) == null
                    ? null
                    : new Ref(row.getObject(3, UUID.class), row.getString(4), null),
                List.of(Documents.read(row.getString(5), Ref[].class))));
  }
}
