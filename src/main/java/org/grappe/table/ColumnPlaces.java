package org.grappe.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Where the columns stand whose titles are known. */
final class ColumnPlaces<C extends Enum<C> & TableColumn> {
  private final Map<C, List<Place>> places;
  private final Map<C, List<Integer>> settled;

  /** Where a column stands, and how exactly its title means it. */
  private record Place(int index, int rank) {}

  ColumnPlaces(Class<C> type) {
    places = new EnumMap<>(type);
    settled = new EnumMap<>(type);
  }

  void add(Columns.Known<C> found, int index) {
    places
        .computeIfAbsent(found.column(), column -> new ArrayList<>())
        .add(new Place(index, found.rank()));
  }

  /** Once all are known: the more exact title counts, of equal ones the first. */
  void settle(TitleLine titles) {
    places.forEach((column, found) -> settled.put(column, settle(found, titles)));
  }

  private static List<Integer> settle(List<Place> found, TitleLine titles) {
    found.sort(Comparator.comparing(Place::rank).thenComparing(Place::index));
    Place counts = found.get(0);
    for (Place other : found.subList(1, found.size())) {
      titles.tell(other.index(), "repeated-column", false, titles.at(counts.index()));
    }
    found.removeIf(other -> !other.equals(counts) && other.rank() == counts.rank());
    return found.stream().map(Place::index).toList();
  }

  /** Where a column stands, the place that counts first; empty where the file lacks it. */
  List<Integer> of(C column) {
    return settled.getOrDefault(column, List.of());
  }

  /** Whether the file has this column, or another that tells the same. */
  boolean hasFamilyOf(C column) {
    return places.keySet().stream().anyMatch(known -> known.family().equals(column.family()));
  }

  /** How many columns are known. */
  int size() {
    return places.size();
  }
}
