package org.grappe.query;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** The filters by which a request narrows a list, each with what its parameter says. */
final class FilterValues {
  private static final String FROM = "from";
  private static final String UNTIL = "until";
  private final Map<Filter, Object> values = new LinkedHashMap<>();

  /** Reads them, in the order in which the list has them. */
  FilterValues(Listing<?> listing, QueryParameters parameters) {
    for (Filter filter : listing.filters().values()) {
      parameters.read(filter.name(), filter.parse()).ifPresent(value -> values.put(filter, value));
    }
    refuseBackwards(parameters);
  }

  /** A time ends no earlier than it begins; one that ends as it begins finds nothing. */
  private void refuseBackwards(QueryParameters parameters) {
    if (of(FROM).orElse(null) instanceof LocalDate from
        && of(UNTIL).orElse(null) instanceof LocalDate until
        && until.isBefore(from)) {
      parameters.refuse(FROM, "parameter.from-after-until", from, until);
      parameters.refuse(UNTIL, "parameter.from-after-until", from, until);
    }
  }

  Set<Filter> all() {
    return values.keySet();
  }

  Object value(Filter filter) {
    return values.get(filter);
  }

  void forEach(BiConsumer<Filter, Object> taker) {
    values.forEach(taker);
  }

  /** What the filter of this name says, where it narrows the list. */
  Optional<Object> of(String name) {
    return values.entrySet().stream()
        .filter(e -> e.getKey().name().equals(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** The filter of this name, by which the list is narrowed. */
  Filter named(String name) {
    return values.keySet().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Whether what a filter names stands for those it came from, too. */
  boolean isWide() {
    return of(Filter.PREDECESSORS).filter(Boolean.TRUE::equals).isPresent();
  }

  /** Whether there is none but this. */
  boolean areOnly(String name) {
    return values.keySet().stream().allMatch(one -> one.name().equals(name));
  }
}
