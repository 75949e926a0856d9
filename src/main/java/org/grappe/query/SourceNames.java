package org.grappe.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.grappe.database.Statements;

/** Gathers the sources that a page cites and names them all with one statement. */
final class SourceNames {
  private final Map<UUID, SourceRef> cited = new HashMap<>();

  SourceRef of(UUID id) {
    return id == null ? null : cited.computeIfAbsent(id, SourceRef::new);
  }

  void resolve(Statements database) {
    if (cited.isEmpty()) {
      return;
    }
    List<UUID> ids = new ArrayList<>(cited.keySet());
    database.all(
        "select id, title from sources where id = any(?)",
        row -> {
          cited.get(row.getObject(1, UUID.class)).name(row.getString(2));
          return null;
        },
        List.of(ids));
  }
}
