package org.grappe.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import org.grappe.caller.Caller;
import org.grappe.caller.Role;
import org.grappe.config.Today;
import org.grappe.database.Database;

/** Reads what was written, position by position, as far as it concerns a caller. */
@ApplicationScoped
class Steps {
  /** So many positions are looked at by one statement; those of an act that is cut, too. */
  static final int PORTION = 1_000;

  private static final String SQL =
      """
      select f.position, fingerprint(f.history_seq, c.at) as fingerprint, f.commit, c.at, c.first_position,
        c.last_position, h.record_table, h.record_id, t.before_told, t.after_told, h.row is null as deleted,
        h.action = 'ERASED' as erased, (h.row ->> 'version')::bigint as version, h.row ->> 'slug' as slug,
        case when t.after_told then clusters_of(h.record_table, h.row) else '{}' end as clusters,
        case when t.after_told then members_changed(
            written_as(told_to(h.record_table, case when t.before_told then b.row end, r.admin, r.partner, r.clusters), r.zone),
            written_as(told_to(h.record_table, h.row, r.admin, r.partner, r.clusters), r.zone), u.untold)
          || array(select wire_name(e) from unnest(h.erased) e where e <> all(u.untold)) else '{}' end as fields,
        case when t.after_told then path_of(h.record_table, h.row) end as path
      from (
        select position, history_seq, commit from feed where position > ? and position <= ? order by position limit 1000) f
      join history h on h.seq = f.history_seq
      join commits c on c.id = f.commit
      left join lateral (
        select p.row from history p where p.record_id = h.record_id and p.seq < h.seq order by p.seq desc limit 1) b on true
      cross join lateral (select ? as admin, ? as partner, ?::uuid[] as clusters, ?::text as zone offset 0) r
      cross join lateral (
        select may_be_told(h.record_table, b.row, r.admin, r.partner, r.clusters)
            -- what goes as its cluster follows the caller's no longer
            or (h.row is null and r.clusters <> '{}' and may_be_told(
              h.record_table, b.row, false, false, clusters_until(r.clusters, h.commit))) as before_told,
          may_be_told(h.record_table, h.row, r.admin, r.partner, r.clusters) as after_told offset 0) t
      cross join lateral (
        select case when t.after_told then untold_columns(h.record_table) end as untold offset 0) u
      where (t.before_told or t.after_told)\
      """;

  private static final String OF_TABLES = "\n  and h.record_table = any(?)";

  private static final String OF_CLUSTER =
      """

        and ?::uuid[] && (concerned_by(h.record_table, case when t.before_told then b.row end)
          || concerned_by(h.record_table, case when t.after_told then h.row end))\
      """;

  private static final String OF_REGION =
      """

        and exists (
          select from unnest(array[case when t.before_told then b.row end, case when t.after_told then h.row end]) s(row)
          where s.row is not null and region_of(s.row, concerned_by(h.record_table, s.row), ?))\
      """;

  private final Database database;
  private final Today today;

  Steps(Database database, Today today) {
    this.database = database;
    this.today = today;
  }

  /** Those behind a position, up to another, in order; of {@link #PORTION} positions at most. */
  List<Step> read(ChangeQuery query, long after, long upTo) {
    Caller caller = query.caller();
    StringBuilder sql = new StringBuilder(SQL);
    List<Object> args =
        new java.util.ArrayList<>(
            Arrays.asList(
                after,
                upTo,
                caller.isAdministrator(),
                caller.is(Role.PARTNER),
                caller.is(Role.EDITOR) ? caller.clusters() : List.of(),
                today.zone().getId()));
    if (!query.tables().isEmpty()) {
      sql.append(OF_TABLES);
      args.add(query.tables());
    }
    if (!query.clusters().isEmpty()) {
      sql.append(OF_CLUSTER);
      args.add(query.clusters());
    }
    if (query.region() != null) {
      sql.append(OF_REGION);
      args.add(query.region());
    }
    return database.all(sql.append("\norder by f.position").toString(), Step::read, args);
  }
}
