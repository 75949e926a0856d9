package org.grappe.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.grappe.database.Statements;
import org.grappe.query.Expansion;

/** More of the sources that records cite. */
@ApplicationScoped
class SourceReferences implements Expansion {
  @Override
  public String name() {
    return "source";
  }

  @Override
  public Map<UUID, Map<String, String>> of(
      Collection<UUID> ids, LocalDate day, Statements database) {
    Map<UUID, Map<String, String>> found = new HashMap<>();
    database.all(
        """
        select id, publisher, url, published_on from sources where id = any(?)""",
        row -> {
          Map<String, String> members = new HashMap<>();
          members.put("publisher", row.getString(2));
          members.put("url", row.getString(3));
          members.put("publishedOn", row.getString(4));
          return found.put(row.getObject(1, UUID.class), members);
        },
        List.of(List.copyOf(ids)));
    return found;
  }
}
