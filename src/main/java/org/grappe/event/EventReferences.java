package org.grappe.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.grappe.database.Statements;
import org.grappe.query.Expansion;

/** More of the events that records refer to. */
@ApplicationScoped
class EventReferences implements Expansion {
  @Override
  public String name() {
    return "event";
  }

  @Override
  public Map<UUID, Map<String, String>> of(
      Collection<UUID> ids, LocalDate day, Statements database) {
    Map<UUID, Map<String, String>> found = new HashMap<>();
    database.all(
        """
        select id, starts_on from events where id = any(?)""",
        row -> {
          Map<String, String> members = new HashMap<>();
          members.put("startsOn", row.getString(2));
          return found.put(row.getObject(1, UUID.class), members);
        },
        List.of(List.copyOf(ids)));
    return found;
  }
}
