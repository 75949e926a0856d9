package org.grappe.query;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.grappe.caller.Caller;
import org.grappe.value.Digest;

/** What a request asks of a list, as its query parameters say. */
final class ListRequest {
  private final String path;
  private final Map<String, String> given;
  final FilterValues filters;
  final Optional<String> q;
  final Optional<LocalDate> on;

  /** The instant as of which the registry is told; absent where it is told as it is. */
  final Optional<Instant> known;

  final Optional<UUID> source;
  final Optional<Instant> updatedSince;
  final Optional<String> cursor;
  final int limit;
  final boolean count;
  final String sort;

  /** What is told of each; all of it where nothing is named. */
  final Optional<Fields> fields;

  /** What is put into references. */
  final Optional<Set<String>> expand;

  /** How its rows are written as CSV. */
  final CsvDialect dialect;

  /**
   * Reads it.
   *
   * @param path the address
   * @param expansions what it may have put into references
   * @throws org.grappe.problem.Problem {@code invalid-parameter}, {@code unknown-parameter}
   */
  ListRequest(
      Listing<?> listing,
      String path,
      MultivaluedMap<String, String> query,
      Function<String, Set<String>> expansions) {
    QueryParameters parameters =
        new QueryParameters(
            query,
            name ->
                name.equals("fields")
                    || name.equals(Expansions.PARAMETER)
                    || (listing.filters().containsKey(name)
                        && listing.filters().get(name).isList()));
    this.path = path;
    given = parameters.given();
    q = readIf(listing.isSearchable(), parameters, "q", ParameterText::words);
    on = readIf(listing.isTemporal(), parameters, "on", ParameterText::day);
    known = readIf(listing.hasPast(), parameters, "knownAt", ParameterText::instant);
    source = readIf(listing.isCiting(), parameters, "source", ParameterText::id);
    updatedSince = parameters.read("updatedSince", ParameterText::instant);
    cursor = parameters.read("cursor", text -> text);
    limit = parameters.read("limit", PageSize::read).orElse(PageSize.USUAL);
    count = parameters.read("count", ParameterText::bool).orElse(false);
    sort =
        readIf(!listing.isGrouped(), parameters, "sort", listing::order)
            .orElse(listing.defaultOrder(given.keySet()));
    fields = parameters.read("fields", text -> Fields.read(listing.rows().type(), text));
    expand = parameters.read(Expansions.PARAMETER, expansions);
    // groups are never CSV
    dialect = listing.isGrouped() ? CsvDialect.USUAL : CsvDialect.read(parameters);
    filters = new FilterValues(listing, parameters);
    parameters.end();
  }

  /** What only some lists can be asked; with others it is an unknown parameter. */
  private static <T> Optional<T> readIf(
      boolean applies, QueryParameters parameters, String name, Function<String, T> parse) {
    return applies ? parameters.read(name, parse) : Optional.empty();
  }

  /** The address without its query. */
  String path() {
    return path;
  }

  /** All that was given, by name. */
  Map<String, ?> given() {
    return given;
  }

  /** What a parameter says, as it was written; empty where it was not. */
  String text(String name) {
    return given.getOrDefault(name, "");
  }

  /** Whether the order is by this field, in either direction. */
  boolean isSortedBy(String name) {
    return sort.replaceFirst("^-", "").equals(name);
  }

  /** Whether nothing narrows the list but this filter. */
  boolean isNarrowedBy(String name) {
    return filters.areOnly(name) && q.isEmpty() && source.isEmpty() && updatedSince.isEmpty();
  }

  /** What makes two requests ask for the same rows in the same order. */
  String fingerprint(Caller caller) {
    Map<String, String> same = new TreeMap<>(given);
    Endings.ofPages("limit", "on", "fields").forEach(same::remove);
    CsvDialect.PARAMETERS.forEach(same::remove);
    same.put("sort", sort);
    return Digest.shortHash(path + same + caller.role() + caller.clusters());
  }
}
