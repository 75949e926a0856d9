package org.grappe.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which column of a file is which, and what is wrong with its titles. */
public final class Header<C extends Enum<C> & TableColumn> {
  private final List<String> names = new ArrayList<>();
  private final Map<C, List<Place>> places;
  private final Map<C, List<Integer>> indexes;
  private final Map<Integer, C> doubtful = new HashMap<>();
  private final List<LineFault> faults = new ArrayList<>();
  private final List<Integer> unknown = new ArrayList<>();
  private final char separator;

  /** Where a column stands, and how exactly its title means it. */
  private record Place(int index, int rank) {}

  Header(List<String> cells, Columns<C> columns, char separator) {
    this.separator = separator;
    this.places = new EnumMap<>(columns.type());
    this.indexes = new EnumMap<>(columns.type());
    cells.forEach(cell -> names.add(CellText.trimmed(CellText.visible(cell))));
    for (int i = 0; i < names.size(); i++) {
      Optional<Columns.Known<C>> found = columns.of(names.get(i));
      if (found.isPresent()) {
        place(found.get(), i);
      } else if (!names.get(i).isEmpty()) {
        unknown.add(i);
      }
    }
    places.forEach((column, found) -> indexes.put(column, settle(found)));
    unknown.removeIf(index -> tellDoubtful(index, columns));
    unknown.forEach(index -> tell(index, "unknown-column", false, null));
  }

  private void place(Columns.Known<C> found, int index) {
    places
        .computeIfAbsent(found.column(), column -> new ArrayList<>())
        .add(new Place(index, found.rank()));
    if (CellText.isDamaged(names.get(index))) {
      tell(index, "damaged-text", false, CellText.undoubled(names.get(index)));
    }
  }

  /** The more exact title counts, of equal ones the first. */
  private List<Integer> settle(List<Place> found) {
    found.sort(Comparator.comparing(Place::rank).thenComparing(Place::index));
    for (Place other : found.subList(1, found.size())) {
      tell(other.index(), "repeated-column", false, names.get(found.get(0).index()));
    }
    Place counts = found.get(0);
    found.removeIf(other -> !other.equals(counts) && other.rank() == counts.rank());
    return found.stream().map(Place::index).toList();
  }

  private boolean tellDoubtful(int index, Columns<C> columns) {
    Optional<C> meant = columns.resembling(names.get(index)).filter(column -> !hasFamily(column));
    meant.ifPresent(column -> doubtful.put(index, column));
    meant.ifPresent(column -> tell(index, "doubtful-column", true, column.title()));
    return meant.isPresent();
  }

  private boolean hasFamily(C column) {
    return places.keySet().stream().anyMatch(known -> known.family().equals(column.family()));
  }

  private void tell(int index, String rule, boolean blocks, String repair) {
    faults.add(new LineFault(null, names.get(index), null, rule, blocks, repair));
  }

  /** Whether more columns are known when it is read so or, with none known, are told apart. */
  boolean isBetterThan(Header<C> other) {
    return places.size() != other.places.size()
        ? places.size() > other.places.size()
        : names.size() > other.names.size();
  }

  /** Tells what is wrong with the line of titles itself. */
  void tellFile(Row row, boolean isUtf16) {
    if (isUtf16) {
      faults.add(0, new LineFault(null, null, null, "encoding", false, "utf-16"));
    }
    for (PhysicalLine line : row.lines()) {
      if (!line.isUtf8()) {
        faults.add(new LineFault(line.number(), null, null, "encoding", false, "windows-1252"));
      }
    }
    for (Row.StrayQuote quote : row.quotes()) {
      String name = name(quote.cell());
      faults.add(new LineFault(quote.line(), name, name, "quote", false, null));
    }
  }

  /** Faults of whole columns, told once. */
  public List<LineFault> faults() {
    return faults;
  }

  /** How many columns have a title, or stand before one that has. */
  int width() {
    int width = names.size();
    while (width > 0 && names.get(width - 1).isEmpty()) {
      width--;
    }
    return width;
  }

  int size() {
    return names.size();
  }

  char separator() {
    return separator;
  }

  /** Where a column stands, the place that counts first; empty where the file lacks it. */
  List<Integer> places(C column) {
    return indexes.getOrDefault(column, List.of());
  }

  /** Whether the file has the column. */
  public boolean has(C column) {
    return places.containsKey(column);
  }

  /** What the file calls a column, or the contract where the file lacks it. */
  public String name(C column) {
    List<Integer> found = places(column);
    return found.isEmpty() ? column.title() : names.get(found.get(0));
  }

  /** What stands over a place; null for nothing. */
  String name(int index) {
    return index < names.size() && !names.get(index).isEmpty() ? names.get(index) : null;
  }

  /** Where the columns stand that nobody knows. */
  List<Integer> unknown() {
    return unknown;
  }

  /** The columns that nobody knows and that may be one that matters. */
  Map<Integer, C> doubtful() {
    return doubtful;
  }
}
