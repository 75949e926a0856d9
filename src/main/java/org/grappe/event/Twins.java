package org.grappe.event;

import java.net.URI;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Events of one UID that two hosts entered, each for itself, and one calendar would hold: the one
 * of the cluster whose calendar it is keeps it, else the older; others are told by their ids. They
 * are few, and are held until it is known who else is there.
 */
final class Twins {
  private final Map<String, List<CalendarRow>> byUid = new LinkedHashMap<>();
  private final Optional<String> cluster;
  private final String registry;

  /**
   * None yet.
   *
   * @param cluster whose calendar it is, by slug or id
   * @param base the address of this service
   */
  Twins(Optional<String> cluster, String base) {
    this.cluster = cluster;
    this.registry = Optional.ofNullable(URI.create(base).getHost()).orElse("grappe");
  }

  void add(CalendarRow row) {
    byUid.merge(
        row.uid(),
        List.of(row),
        (some, one) -> Stream.concat(some.stream(), one.stream()).toList());
  }

  /** Each with the UID under which it is told. */
  Map<CalendarRow, String> named() {
    Map<CalendarRow, String> named = new LinkedHashMap<>();
    for (List<CalendarRow> twins : byUid.values()) {
      List<CalendarRow> inOrder =
          twins.stream()
              .sorted(
                  Comparator.comparing((CalendarRow row) -> !isOwn(row))
                      .thenComparing(CalendarRow::createdAt)
                      .thenComparing(row -> row.id().toString()))
              .toList();
      for (CalendarRow row : inOrder) {
        named.put(row, row.equals(inOrder.get(0)) ? row.uid() : row.id() + "@" + registry);
      }
    }
    return named;
  }

  private boolean isOwn(CalendarRow row) {
    return row.host() != null
        && row.host().cluster() != null
        && cluster
            .filter(
                asked ->
                    asked.equals(row.host().cluster().slug())
                        || asked.equalsIgnoreCase(row.host().cluster().id().toString()))
            .isPresent();
  }
}
