package org.grappe.cli.backup;

import java.sql.SQLException;
import java.util.List;

/** The triggers of some tables, but those of the server itself. */
record Triggers(List<String> tables) {
  void disable(Registry registry) throws SQLException {
    alter(registry, "disable");
  }

  void enable(Registry registry) throws SQLException {
    alter(registry, "enable");
  }

  private void alter(Registry registry, String how) throws SQLException {
    for (String table : tables) {
      registry.run("alter table %s %s trigger user".formatted(Registry.quoted(table), how));
    }
  }
}
