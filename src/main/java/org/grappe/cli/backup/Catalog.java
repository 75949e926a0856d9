package org.grappe.cli.backup;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.grappe.cli.terminal.Failure;

/** What the registry's database says of its tables, and of what they were made by. */
record Catalog(Registry registry) {
  /** What Flyway keeps is made by Flyway, what extensions keep by them. */
  private static final String OWN =
      " relnamespace = current_schema()::regnamespace and relname <> 'flyway_schema_history'"
          + " and not exists (select from pg_depend where classid = 'pg_class'::regclass"
          + " and objid = pg_class.oid and deptype = 'e')";

  /** Its tables by name; what is unlogged is of no use to another. */
  List<String> tables() throws SQLException {
    return registry.rows(
        "select relname from pg_class where relkind = 'r' and relpersistence = 'p' and"
            + OWN
            + " order by relname",
        row -> row.getString(1));
  }

  /**
   * Makes sure of some; what others there are beside them is left as it is.
   *
   * @throws Failure where there is no such table
   */
  void require(List<String> tables) throws SQLException {
    List<String> there = tables();
    for (String table : tables) {
      if (!there.contains(table)) {
        throw Failure.refused("restore.no-table", table);
      }
    }
  }

  /** Those that are stored, not those that follow from others. */
  List<String> columns(String table) throws SQLException {
    return registry.rows(
        "select attname from pg_attribute join pg_class on pg_class.oid = attrelid where relname = '"
            + table
            + "' and attnum > 0 and not attisdropped and attgenerated = '' and"
            + OWN
            + " order by attnum",
        row -> row.getString(1));
  }

  List<Manifest.Sequence> sequences() throws SQLException {
    List<Manifest.Sequence> all = new ArrayList<>();
    for (String name :
        registry.rows(
            "select relname from pg_class where relkind = 'S' and" + OWN + " order by relname",
            row -> row.getString(1))) {
      all.addAll(
          registry.rows(
              "select last_value, is_called from " + Registry.quoted(name),
              row -> new Manifest.Sequence(name, row.getLong(1), row.getBoolean(2))));
    }
    return all;
  }

  List<Manifest.Migration> schema() throws SQLException {
    return registry.rows(
        "select version, checksum from flyway_schema_history where version is not null and success"
            + " order by installed_rank",
        row -> new Manifest.Migration(row.getString(1), row.getObject(2, Integer.class)));
  }

  /** As they were carried out last. */
  List<Manifest.Function> functions() throws SQLException {
    return registry.rows(
        "select description, checksum from flyway_schema_history one where version is null"
            + " and type = 'SQL' and success and not exists (select from flyway_schema_history later"
            + " where later.version is null and later.description = one.description"
            + " and later.success and later.installed_rank > one.installed_rank)"
            + " order by description",
        row -> new Manifest.Function(row.getString(1), row.getObject(2, Integer.class)));
  }
}
