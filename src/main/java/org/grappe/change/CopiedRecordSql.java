package org.grappe.change;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.grappe.caller.Caller;
import org.grappe.caller.Role;

/** The statements that find records as copies have them. */
final class CopiedRecordSql {
  private CopiedRecordSql() {}

  /** The statement that finds what a caller may read of a table. */
  static String of(String table) {
    return of(
        table,
        "told_to('%s', to_jsonb(t), r.admin, r.partner, r.clusters)".formatted(table),
        """
        to_regprocedure('told_of_%1$s(jsonb, boolean, boolean)') is not null
        and not (r.admin or clusters_of('%1$s', to_jsonb(t)) && r.clusters)\
        """
            .formatted(table));
  }

  /**
   * The same of the public, who is told the same of each: that is asked once.
   *
   * @param isWhole whether it is told all of each record
   */
  static String ofPublic(String table, boolean isWhole) {
    return isWhole
        ? of(table, "to_jsonb(t)", "false")
        : of(table, "told_of_%s(to_jsonb(t), false, false)".formatted(table), "true");
  }

  private static String of(String table, String told, String isPart) {
    return """
    select t.id, coalesce((s.told ->> 'version')::bigint, t.version),
      (written_as(jsonb_strip_nulls(%2$s), r.zone) || coalesce(s.told - 'version', '{}')) - (select untold_columns('%1$s')),
      array(select attname::text from pg_attribute where attrelid = '%1$s'::regclass and atttypid in ('uuid'::regtype, 'uuid[]'::regtype))
    from %1$s t cross join lateral (select ? as admin, ? as partner, ?::uuid[] as clusters, ?::text as zone) r
    left join lateral (
      select told_state('%1$s', t.id, r.partner) as told where t.version > 0 and %3$s) s on true
    where may_be_told('%1$s', to_jsonb(t), r.admin, r.partner, r.clusters)\
    """
        .formatted(table, told, isPart);
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
