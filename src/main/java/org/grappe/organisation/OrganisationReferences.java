package org.grappe.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.grappe.database.Statements;
import org.grappe.query.Expansion;

/** More of the organisations that records refer to. */
@ApplicationScoped
class OrganisationReferences implements Expansion {
  @Override
  public String name() {
    return "organisation";
  }

  @Override
  public Map<UUID, Map<String, String>> of(
      Collection<UUID> ids, LocalDate day, Statements database) {
    Map<UUID, Map<String, String>> found = new HashMap<>();
    database.all(
        """
        select o.id, on_day(o.siren, o.periods, 'siren', d.day), on_day(o.city, o.periods, 'city', d.day),
          o.website
        from (select ?::date as day) d join organisations o on o.id = any(?)""",
        row -> {
          Map<String, String> members = new HashMap<>();
          members.put("siren", row.getString(2));
          members.put("city", row.getString(3));
          members.put("website", row.getString(4));
          return found.put(row.getObject(1, UUID.class), members);
        },
        List.of(day, List.copyOf(ids)));
    return found;
  }
}
