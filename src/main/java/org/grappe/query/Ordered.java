package org.grappe.query;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The orders of a list, by the names of fields.
 *
 * @param <L> the list itself
 */
public abstract class Ordered<L extends Ordered<L>> extends Parted<L> {
  private final Map<String, Sort> sorts = new LinkedHashMap<>();
  private final Map<String, String> sortedWith = new LinkedHashMap<>();
  private String sortedBy;

  /** The alias of the table whose id decides between equals. */
  abstract String alias();

  /** An order by a field that every record has. */
  public L sort(String name, Sort.Kind kind, String expression) {
    sorts.put(name, Sort.of(name, alias() + ".id", expression, kind));
    return self();
  }

  /** An order by a field that some records lack. */
  public L sortOptional(String name, Sort.Kind kind, String expression) {
    return sortOptional(name, kind, expression, alias() + ".id");
  }

  /**
   * The same of a table that has one row for each record, which names the record in this column.
   */
  public L sortOptional(String name, Sort.Kind kind, String expression, String id) {
    sorts.put(name, Sort.ofOptional(name, id, expression, kind));
    return self();
  }

  /** The order where none is asked for: a field, {@code -} before it for descending. */
  public L sortedBy(String order) {
    sortedBy = order;
    return self();
  }

  /** The order where none is asked for and the list is narrowed by this filter. */
  public L sortedBy(String order, String filter) {
    sortedWith.put(filter, order);
    return self();
  }

  /** None but those named from here on. */
  void forgetOrders() {
    sorts.clear();
  }

  /** The orders by name. */
  public Set<String> orders() {
    return sorts.keySet();
  }

  public String defaultOrder() {
    return sortedBy;
  }

  /** The default order of a list narrowed by these parameters. */
  String defaultOrder(Set<String> parameters) {
    return sortedWith.entrySet().stream()
        .filter(e -> parameters.contains(e.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(sortedBy);
  }

  /** The order that the text of a parameter names. */
  String order(String text) {
    String name = text.startsWith("-") ? text.substring(1) : text;
    if (sort(name).isEmpty()) {
      throw new IllFormed("parameter.sort", String.join(", ", orders()));
    }
    return text;
  }

  /** One direction of an order, descending where {@code -} stands before its name. */
  Sort.Key direction(String order) {
    boolean descends = order.startsWith("-");
    Sort sort = sort(descends ? order.substring(1) : order).orElseThrow();
    return descends ? sort.descending() : sort.ascending();
  }

  private Optional<Sort> sort(String name) {
    return Optional.ofNullable(sorts.get(name));
  }
}
