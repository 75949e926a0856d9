package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;

/** The registrations of an organisation that has not become another after all. */
@ApplicationScoped
class RegistrationsGivenBack {
  private final ActSql sql;

  RegistrationsGivenBack(ActSql sql) {
    this.sql = sql;
  }

  /** Before the memberships go that the successor got: none is on one of those any more. */
  void leave(Succession succession) {
    sql.write(
        succession,
        """
        update registrations r
        set membership = case when goes.back then m.continues[1] end,
          cluster = case when goes.back then r.cluster end,
          version = r.version + 1, updated_at = p.now
        from p join history h on h.act = p.act and h.record_table = 'memberships'
          and h.action = 'CREATED'
        join memberships m on m.id = h.record_id
        join registrations o on o.membership = m.id
        -- what the successor registered since is its own
        cross join lateral (
          select o.organisation = p.organisation or exists (
            select from history w where w.act = p.act and w.record_id = o.id) as back) goes
        where r.id = o.id""");
  }

  /** Once the memberships are back: whose quota one takes from follows from its membership. */
  void follow(Succession succession) {
    sql.write(
        succession,
        """
        update registrations r
        set cluster = m.cluster
        from p join history h on h.act = p.act and h.record_table = 'registrations'
        join registrations o on o.id = h.record_id
        left join memberships m on m.id = o.membership
        where r.id = o.id and r.cluster is distinct from m.cluster""");
  }
}
