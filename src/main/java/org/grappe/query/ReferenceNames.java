package org.grappe.query;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.grappe.database.Statements;

/**
 * Names what the rows of an answer refer to: regions at once, and the sources that they cite all
 * together, with one statement.
 */
final class ReferenceNames {
  private final Map<UUID, SourceRef> cited = new HashMap<>();
  private final SourceTitles titles;
  private final RegionNames regions;

  ReferenceNames(SourceTitles titles, RegionNames regions) {
    this.titles = titles;
    this.regions = regions;
  }

  String ofRegion(String code) {
    return regions.of(code);
  }

  SourceRef of(UUID id) {
    return id == null ? null : cited.computeIfAbsent(id, SourceRef::new);
  }

  void resolve(Statements database) {
    if (!cited.isEmpty()) {
      titles.of(cited.keySet(), database).forEach((id, title) -> cited.get(id).name(title));
    }
  }
}
