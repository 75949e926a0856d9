package org.grappe.scdl;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.grappe.database.Database;

/** Enters the new lines of a file. */
@ApplicationScoped
class ScdlEntry {
  private final Database database;

  ScdlEntry(Database database) {
    this.database = database;
  }

  /** Enters the new lines of this stretch of the file; answers how many. */
  long enter(long from, long until, Instant now) {
    return database.change(
        """
        insert into subsidy_lines (id, created_at, updated_at, beneficiary, purpose, amount, fundings, steps,
          reference, "grant", nature, payment_conditions, payment_period, eu_notified, rae_number,
          scheme, imported_line, imported_amount, imported_key, imported_alike)
        select new_id(), now.at, now.at,
          jsonb_strip_nulls(jsonb_build_object('cluster', r.cluster, 'organisation', r.organisation)),
          coalesce(l.purpose, ''), euros(l.part),
          jsonb_build_array(
            jsonb_build_object('funder', r.funder, 'origin', 'UNKNOWN', 'share', 100, 'rest', false)),
          jsonb_build_array(jsonb_strip_nulls(jsonb_build_object(
            'id', new_id(), 'at', ?::text, 'asLine', case when l.part is not null then true end,
            'status', 'AGREED', 'on', l.day, 'amount', euros(l.part), 'sources', '[]'::jsonb))),
          l.reference, jsonb_build_object('share', trim_scale(l.share * 100)), l.nature, l.conditions,
          l.period, l.notified, l.rae, l.scheme, l.raw, l.amount, r.key, r.alike
        from scdl_rows r join scdl_lines l using (n), (select ?::timestamptz as at) now
        where r.n >= ? and r.n < ? and not r.known
        order by r.n""",
        now.toString(),
        now,
        from,
        until);
  }
}
