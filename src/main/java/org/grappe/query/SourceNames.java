package org.grappe.query;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.grappe.database.Statements;

/** Gathers the sources that a page cites and names them all with one statement. */
final class SourceNames {
  private final Map<UUID, SourceRef> cited = new HashMap<>();

  SourceRef of(UUID id) {
    return id == null ? null : cited.computeIfAbsent(id, SourceRef::new);
  }

  void resolve(SourceTitles titles, Statements database) {
    if (!cited.isEmpty()) {
      titles.of(cited.keySet(), database).forEach((id, title) -> cited.get(id).name(title));
    }
  }
}
