package org.grappe.query;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.grappe.database.Statements;
import org.grappe.problem.Problems;
import org.grappe.value.Documents;

/** All that can be put into references where {@code expand} asks for it. */
@ApplicationScoped
class Expansions {
  static final String PARAMETER = "expand";
  private final List<Expansion> all;

  Expansions(@All List<Expansion> all) {
    this.all = all;
  }

  /**
   * What a parameter names, set apart by commas.
   *
   * @throws IllFormed where one is none
   */
  Set<String> read(String text) {
    Set<String> names = Arrays.stream(text.split(",", -1)).collect(Collectors.toSet());
    List<String> known = all.stream().map(Expansion::name).sorted().toList();
    if (!known.containsAll(names)) {
      throw new IllFormed("parameter.choice", String.join(", ", known));
    }
    return names;
  }

  /** The page with what it was asked for in its references: a statement more for each kind. */
  <V extends View> Page<V> into(Page<V> page, Query<V> query, Statements database) {
    Set<String> names = query.request().expand.orElse(Set.of());
    if (names.isEmpty()) {
      return page;
    }
    JsonNode items = Documents.MAPPER.valueToTree(page.getItems());
    Set<UUID> ids = new HashSet<>();
    items.forEach(item -> Expanded.references(item, (id, reference) -> ids.add(id)));
    return page.expanding(new Expanded(members(names, ids, query.day(), database)));
  }

  private Map<UUID, Map<String, String>> members(
      Set<String> names, Set<UUID> ids, LocalDate day, Statements database) {
    Map<UUID, Map<String, String>> members = new HashMap<>();
    if (!ids.isEmpty()) {
      all.stream()
          .filter(one -> names.contains(one.name()))
          .forEach(one -> members.putAll(one.of(ids, day, database)));
    }
    return members;
  }

  /**
   * Lets a list be told as a whole only without.
   *
   * @throws org.grappe.problem.Problem {@code invalid-parameter}
   */
  static <V extends View> Query<V> without(Query<V> query) {
    if (query.request().expand.isPresent()) {
      throw Problems.parameter(PARAMETER, "parameter.expand");
    }
    return query;
  }
}
