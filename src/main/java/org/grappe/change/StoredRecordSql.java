package org.grappe.change;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.grappe.caller.Caller;
import org.grappe.caller.Role;

/** The statements that find records as copies have them. */
final class StoredRecordSql {
  private StoredRecordSql() {}

  /** The statement that finds what a caller may read of a table. */
  static String of(String table) {
    return of(table, "untold_columns('%s', to_jsonb(t), r.admin, r.clusters)".formatted(table));
  }

  /** The same of the public, who is told the same of each: that is asked once. */
  static String ofPublic(String table) {
    return of(table, "(select untold_columns('%s', null, false, '{}'))".formatted(table));
  }

  private static String of(String table, String untold) {
    return """
    select t.id, coalesce((s.told ->> 'version')::bigint, t.version),
      (written_as(jsonb_strip_nulls(to_jsonb(t)), r.zone) || coalesce(s.told - 'version', '{}')) - %2$s,
      array(select attname::text from pg_attribute where attrelid = '%1$s'::regclass and atttypid in ('uuid'::regtype, 'uuid[]'::regtype))
    from %1$s t cross join lateral (select ? as admin, ? as partner, ?::uuid[] as clusters, ?::text as zone) r
    left join lateral (
      select told_state('%1$s', t.id, %2$s) as told
      where t.version > 0 and to_regprocedure('private_columns_of_%1$s()') is not null) s on true
    where may_be_told('%1$s', to_jsonb(t), r.admin, r.partner, r.clusters)\
    """
        .formatted(table, untold);
  }

  /** What such a statement asks of a caller, first of all. */
  static List<Object> args(Caller caller, ZoneId zone) {
    return new ArrayList<>(
        Arrays.asList(
            caller.isAdministrator(),
            caller.is(Role.PARTNER),
            caller.is(Role.EDITOR) ? caller.clusters() : List.of(),
            zone.getId()));
  }
}
