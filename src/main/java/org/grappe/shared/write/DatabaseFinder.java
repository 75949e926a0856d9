package org.grappe.shared.write;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.grappe.shared.Slugs;
import org.grappe.shared.problem.Faults;
import org.grappe.shared.problem.Problems;
import org.grappe.shared.read.Database;

/** Finds the records that a body refers to, by id or natural key. */
@ApplicationScoped
class DatabaseFinder implements References.Finder {
  private final Database database;

  DatabaseFinder(Database database) {
    this.database = database;
  }

  @Override
  public Object find(References to, String text, String at, Faults faults) {
    Object found = to.by().equals("code") ? code(to, text) : id(to, text);
    faults.addIf(found == null, at, "reference.unknown", Problems.noun(to.table()), text);
    return found;
  }

  private String code(References to, String text) {
    return database
        .one("select code from " + to.table() + " where code = ?", row -> row.getString(1), text)
        .orElse(null);
  }

  private UUID id(References to, String text) {
    var id = Slugs.id(text);
    if (id.isPresent()) {
      UUID found = byColumn(to.table(), "id", id.get());
      return found == null && !to.or().isEmpty() ? byColumn(to.or(), "id", id.get()) : found;
    }
    return to.by().isEmpty() ? null : byColumn(to.table(), to.by(), text);
  }

  private UUID byColumn(String table, String column, Object key) {
    return database
        .one(
            "select id from " + table + " where " + column + " = ?",
            row -> row.getObject(1, UUID.class),
            key)
        .orElse(null);
  }
}
