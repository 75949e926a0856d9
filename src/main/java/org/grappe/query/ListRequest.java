package org.grappe.query;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.grappe.caller.Caller;
import org.grappe.problem.Problems;
import org.grappe.value.Digest;
import org.grappe.value.Texts;
import org.grappe.value.Violation;

/** What a request asks of a list, read from its query parameters; all faults are told at once. */
final class ListRequest {
  static final int USUAL_LIMIT = 50;
  static final int MOST = 200;

  private final List<Violation> violations = new ArrayList<>();
  private final Map<String, String> given = new TreeMap<>();
  private final Map<String, String> unread = new TreeMap<>();
  private final Map<String, Violation> unreadable = new TreeMap<>();
  final Map<Filter, Object> filters = new LinkedHashMap<>();
  final Optional<String> q;
  final Optional<LocalDate> on;
  final Optional<UUID> source;
  final Optional<Instant> updatedSince;
  final Optional<String> cursor;
  final int limit;
  final boolean count;
  final String sort;

  ListRequest(Listing<?> listing, MultivaluedMap<String, String> parameters) {
    parameters.forEach((name, values) -> take(name, values, listing.filters().get(name)));
    q = listing.isSearchable() ? read("q", ListRequest::words) : Optional.empty();
    on = listing.isTemporal() ? read("on", Filter::day) : Optional.empty();
    source =
        listing.isCiting()
            ? read("source", text -> (UUID) Filter.reference(text, false))
            : Optional.empty();
    updatedSince = read("updatedSince", Filter::instant);
    cursor = paged(listing, "cursor", text -> text);
    limit = paged(listing, "limit", ListRequest::limit).orElse(USUAL_LIMIT);
    count = paged(listing, "count", Filter::bool).orElse(false);
    sort =
        paged(listing, "sort", text -> order(text, listing))
            .orElse(listing.defaultOrder(given.keySet()));
    for (Filter filter : listing.filters().values()) {
      read(filter.name(), filter.parse()).ifPresent(value -> filters.put(filter, value));
    }
    unread
        .keySet()
        .forEach(name -> violations.add(Violation.parameter(name, "parameter.unknown", name)));
    if (!violations.isEmpty()) {
      throw Problems.parameters(violations);
    }
  }

  private void take(String name, List<String> values, Filter filter) {
    String text = String.join(",", values);
    given.put(name, text);
    unread.put(name, text);
    GivenParameters.fault(name, values, filter != null && filter.isList())
        .ifPresent(fault -> unreadable.put(name, fault));
  }

  private <T> Optional<T> read(String name, Function<String, T> parse) {
    String text = unread.remove(name);
    if (text == null) {
      return Optional.empty();
    }
    if (unreadable.containsKey(name)) {
      violations.add(unreadable.get(name));
      return Optional.empty();
    }
    try {
      return Optional.of(parse.apply(text));
    } catch (IllFormed illFormed) {
      violations.add(Violation.parameter(name, illFormed.sentence(), illFormed.args()));
      return Optional.empty();
    }
  }

  /** What is asked of lists in pages alone. */
  private <T> Optional<T> paged(Listing<?> listing, String name, Function<String, T> parse) {
    return listing.isUnpaged() ? Optional.empty() : read(name, parse);
  }

  /** All that was given, by name. */
  Map<String, ?> given() {
    return given;
  }

  /** Whether a flag is on. */
  boolean flag(String name) {
    return filters.entrySet().stream()
        .anyMatch(e -> e.getKey().name().equals(name) && e.getValue().equals(true));
  }

  /** What a parameter says, as it was written; empty where it was not. */
  String text(String name) {
    return given.getOrDefault(name, "");
  }

  /** Whether a filter of this name narrows the list. */
  boolean asks(String name) {
    return filters.keySet().stream().anyMatch(filter -> filter.name().equals(name));
  }

  /** What makes two requests ask for the same rows in the same order. */
  String fingerprint(String path, Caller caller) {
    Map<String, String> same = new TreeMap<>(given);
    List.of("cursor", "limit", "count", "on").forEach(same::remove);
    same.put("sort", sort);
    return Digest.shortHash(path + same + caller.role() + caller.clusters());
  }

  static String words(String text) {
    if (Texts.length(text) > 200
        || text.codePoints().filter(Character::isLetterOrDigit).count() < 2) {
      throw new IllFormed("parameter.q");
    }
    return text;
  }

  private static int limit(String text) {
    if (!text.matches("0*[1-9][0-9]*")) {
      throw new IllFormed("parameter.limit");
    }
    String digits = text.replaceFirst("^0+", "");
    return digits.length() > 3 ? MOST : Math.min(Integer.parseInt(digits), MOST);
  }

  private static String order(String text, Listing<?> listing) {
    String name = text.startsWith("-") ? text.substring(1) : text;
    if (listing.sort(name).isEmpty()) {
      throw new IllFormed("parameter.sort", String.join(", ", listing.orders()));
    }
    return text;
  }
}
