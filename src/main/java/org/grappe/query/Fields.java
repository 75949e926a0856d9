package org.grappe.query;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The members that the items of an answer keep, in the order in which they always stand.
 *
 * @param names those that are kept
 */
public record Fields(Set<String> names) {

  /**
   * Those that a parameter names, set apart by commas.
   *
   * @param type of the items
   * @throws IllFormed where one is no member of theirs
   */
  static Fields read(Class<?> type, String text) {
    List<String> all = names(type);
    Set<String> names = Arrays.stream(text.split(",", -1)).collect(Collectors.toSet());
    if (!all.containsAll(names)) {
      throw new IllFormed("parameter.choice", String.join(", ", all));
    }
    return new Fields(names);
  }

  /** The names of all. */
  static List<String> names(Class<?> type) {
    return of(type).map(RecordComponent::getName).toList();
  }

  /** All members of items of a type. */
  public static Stream<RecordComponent> of(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .filter(component -> !component.getAccessor().isAnnotationPresent(JsonIgnore.class));
  }

  /** Whether this one is kept. */
  public boolean keep(String name) {
    return names.contains(name);
  }

  /** Them all in an order that is always the same. */
  public List<String> inOrder() {
    return names.stream().sorted().toList();
  }

  /** Takes all others out of an item. */
  public void of(ObjectNode item) {
    item.retain(names);
  }
}
