package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.grappe.config.Today;
import org.grappe.database.Database;

/**
 * What becomes of the records that a merger made, and of those entered late, when it is reversed.
 */
@ApplicationScoped
class ReturnedRecords {
  /** Which record, of those of a party, one that was made goes back to. */
  private static final Map<String, String> CONTINUED =
      Map.of(
          "memberships",
          """
          coalesce(x.continues[1], (
            select a.id from memberships a join history w on w.record_id = a.id and w.act = p.act
            where a.organisation = x.organisation and a.cluster = any(p.passing)
              and a."from" is null limit 1))\
          """,
          "colleges",
          """
          (select k.id from colleges k where k.cluster = any(p.passing)
            and plain(k.name) = plain(h.row ->> 'name') order by k.id limit 1)\
          """,
          "offices",
          "x.continues",
          "conventions",
          "x.continues",
          "shares",
          """
          (select s.id from shares s join history w on w.record_id = s.id and w.act = p.act
            where s.event = x.event and s.cluster = any(p.passing) limit 1)\
          """);

  static final String GIVE_BACK =
      """
      , made as materialized (
        select %2$s as target, x.sources, x.statements, x.remarks, h.row
        from p join history h on h.act = p.act and h.record_table = '%1$s' and h.action = 'CREATED'
        join %1$s x on x.id = h.record_id),
      since as materialized (
        select m.target,
          array(select s.id from unnest(m.sources) with ordinality s(id, n)
            where not jsonb_exists(m.row -> 'sources', s.id::text) order by s.n) as sources,
          (select coalesce(jsonb_agg(s.said order by s.n), '[]')
            from jsonb_array_elements(m.statements) with ordinality s(said, n)
            where jsonb_strip_nulls(s.said) <> all (
              array(select jsonb_array_elements(m.row -> 'statements')))) as statements,
          case when m.remarks is distinct from m.row ->> 'remarks' then m.remarks end as remarks,
          m.row ->> 'remarks' as former
        from made m),
      given as (
        select distinct on (target) target, sources, statements, remarks, former from since
        where sources <> '{}' or statements <> '[]' or remarks is not null order by target)
      update %1$s t
      set sources = t.sources || array(select s from unnest(g.sources) s where s <> all (t.sources)),
        statements = t.statements || g.statements,
        remarks = left(case
          when g.remarks is null then t.remarks
          when t.remarks is null or t.remarks = g.former then g.remarks
          else t.remarks || E'\n' || g.remarks end, 4000),
        version = t.version + 1, updated_at = p.now
      from p, given g where t.id = g.target""";

  private final ActSql sql;
  private final Database database;
  private final Today today;

  ReturnedRecords(ActSql sql, Database database, Today today) {
    this.sql = sql;
    this.database = database;
    this.today = today;
  }

  /**
   * Sources, statements and remarks that were written since on what the merger made go to what it
   * continued; places at events are its, too.
   */
  void giveBack(Plan plan) {
    CONTINUED.forEach((table, target) -> sql.write(plan, GIVE_BACK.formatted(table, target)));
    NamedNoMore.STATEMENTS.forEach(statement -> sql.write(plan, statement));
    sql.write(
        plan,
        """
        update registrations r
        set membership = m.continues[1], version = r.version + 1, updated_at = p.now
        from p join history h on h.act = p.act and h.record_table = 'memberships'
          and h.action = 'CREATED'
        join memberships m on m.id = h.record_id
        where r.membership = m.id""");
  }

  /** Others say no more where goes what has been handed back. */
  void forget(Plan plan) {
    sql.write(plan, NamedNoMore.HANDED_BACK);
  }

  /**
   * Memberships of a party that were entered as ended by the merger, and continued or said not to
   * be, or by a division, by which alone they can have ended so.
   */
  List<UUID> enteredLate(Plan plan) {
    return sql.all(
        plan,
        """
        -- looked up once, not for each of thousands
        , otherwise as materialized (
          select b.id from p cross join lateral before_act(p.act, 'memberships') b
          where b.row ->> 'end_reason' is distinct from p.end_reason)
        select m.id from p join memberships m on m.cluster = any(p.passing)
        where m.until = p.day and m.end_reason = p.end_reason and m."from" is not null
          and (p.division is not null or not m.continued
            or exists (select from continuations k where k.continued = m.id))
          and m.id not in (select id from otherwise)""",
        row -> row.getObject(1, UUID.class));
  }

  /** They go on: nothing else ended them, unless their organisation became another. */
  void reopen(List<UUID> late) {
    database.change(
        """
        update memberships m
        set until = first_day(o.followed_on),
          end_reason = case when o.followed_on is not null then 'SUCCEEDED' end, continued = null,
          version = m.version + 1, updated_at = ?
        from organisations o where o.id = m.organisation and m.id = any(?)""",
        today.now(),
        late);
  }
}
