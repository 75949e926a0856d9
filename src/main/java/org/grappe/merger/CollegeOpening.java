package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * The colleges of a cluster that comes apart: each is opened at each result to which one of its
 * members goes, unless there is another for them.
 */
@ApplicationScoped
class CollegeOpening {
  private final ActSql sql;

  CollegeOpening(ActSql sql) {
    this.sql = sql;
  }

  /** Before the members pass. */
  void carryOut(Plan plan) {
    sql.write(
        plan,
        PassingMembers.MEMBERS
            + """
            insert into colleges (id, created_at, updated_at, cluster, name, purpose, "from")
            select new_id(), p.now, p.now, p.result, k.name, k.purpose, p.effective
            from p cross join (
              select distinct on (plain(k.name)) k.name, k.purpose from colleges k
              where k.id in (select college from ended)
                and k.id not in (select college from mapping)
              order by plain(k.name), k.id) k
            where p.division is not null and p.result is not null""");
  }

  /** They are opened on the other day. */
  void correct(Plan plan) {
    sql.write(
        plan,
        """
        update colleges k
        set "from" = p.effective, version = k.version + 1, updated_at = p.now
        from p join history h on h.act = p.act and h.record_table = 'colleges'
          and h.action = 'CREATED'
        where k.id = h.record_id and k."from" = p.former and p.effective <> p.former""");
  }
}
