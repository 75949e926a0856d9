package org.grappe.body;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.grappe.database.Database;
import org.grappe.value.References;
import org.grappe.value.Slugs;

/** Finds the records that a body refers to, by id or natural key, with one statement a table. */
@ApplicationScoped
class DatabaseFinder implements References.Finder {
  private final Database database;

  DatabaseFinder(Database database) {
    this.database = database;
  }

  /** A record that there is, and the key by which it was found: a slug that it has or had. */
  private record Known(Object id, String key) {}

  @Override
  public Map<String, Object> find(References to, Set<String> texts) {
    return to.by().equals("code") ? codes(to, texts) : ids(to, texts);
  }

  private Map<String, Object> codes(References to, Set<String> texts) {
    Map<String, Object> found = new HashMap<>();
    database
        .all(
            "select code from " + to.table() + " where code = any(?)",
            row -> row.getString(1),
            List.of(List.copyOf(texts)))
        .forEach(code -> found.put(code, code));
    return found;
  }

  private Map<String, Object> ids(References to, Set<String> texts) {
    List<UUID> ids = texts.stream().flatMap(text -> Slugs.id(text).stream()).distinct().toList();
    List<String> keys = texts.stream().filter(text -> Slugs.id(text).isEmpty()).toList();
    Map<Object, Object> known = new HashMap<>();
    for (Known one : known(to, ids, keys)) {
      known.put(one.id(), one.id());
      if (one.key() != null) {
        known.put(one.key(), one.id());
      }
    }
    Map<String, Object> found = new HashMap<>();
    for (String text : texts) {
      Object id = known.get(Slugs.id(text).<Object>map(one -> one).orElse(text));
      if (id != null) {
        found.put(text, id);
      }
    }
    return found;
  }

  private List<Known> known(References to, List<UUID> ids, List<String> keys) {
    List<Object> args = new ArrayList<>(List.of(ids));
    String sql = "select id, null as key from %s where id = any(?::uuid[])".formatted(to.table());
    if (!to.by().isEmpty()) {
      sql +=
          " union all select %1$s_named(key), key from unnest(?::text[]) key where %1$s_named(key) is not null"
              .formatted(to.table());
      args.add(keys);
    }
    if (!to.or().isEmpty()) {
      sql += " union all select id, null from " + to.or() + " where id = any(?::uuid[])";
      args.add(ids);
    }
    return database.all(
        sql, row -> new Known(row.getObject(1, UUID.class), row.getString(2)), args);
  }
}
