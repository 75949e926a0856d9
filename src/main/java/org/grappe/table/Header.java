package org.grappe.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which column of a file is which, and what is wrong with its titles. */
public final class Header<C extends Enum<C> & TableColumn> {
  private final Separator separator;
  private final TitleLine titles;
  private final ColumnPlaces<C> places;
  private final Map<Integer, C> doubtful = new HashMap<>();
  private final List<Integer> unknown = new ArrayList<>();

  Header(List<String> cells, Columns<C> columns, Separator separator) {
    this.separator = separator;
    this.titles = new TitleLine(cells);
    this.places = new ColumnPlaces<>(columns.type());
    for (int place = 0; place < titles.size(); place++) {
      if (titles.at(place) != null) {
        find(place, columns);
      }
    }
    places.settle(titles);
    unknown.removeIf(place -> tellDoubtful(place, columns));
    unknown.forEach(place -> titles.tell(place, "unknown-column", false, null));
  }

  private void find(int place, Columns<C> columns) {
    String title = titles.at(place);
    Optional<Columns.Known<C>> found = columns.of(title);
    if (found.isEmpty()) {
      unknown.add(place);
      return;
    }
    places.add(found.get(), place);
    if (Mojibake.isIn(title)) {
      titles.tell(place, "damaged-text", false, Mojibake.undoubled(title));
    }
  }

  private boolean tellDoubtful(int place, Columns<C> columns) {
    Optional<C> meant =
        columns.resembling(titles.at(place)).filter(column -> !places.hasFamilyOf(column));
    meant.ifPresent(column -> doubtful.put(place, column));
    meant.ifPresent(column -> titles.tell(place, "doubtful-column", true, column.title()));
    return meant.isPresent();
  }

  /** Whether more columns are known when it is read so or, with none known, are told apart. */
  boolean isBetterThan(Header<C> other) {
    return places.size() != other.places.size()
        ? places.size() > other.places.size()
        : titles.size() > other.titles.size();
  }

  Separator separator() {
    return separator;
  }

  TitleLine titles() {
    return titles;
  }

  /** Faults of whole columns, told once. */
  public List<LineFault> faults() {
    return titles.faults();
  }

  /** Where a column stands, the place that counts first; empty where the file lacks it. */
  List<Integer> places(C column) {
    return places.of(column);
  }

  /** What the file calls a column, or the contract where the file lacks it. */
  public String name(C column) {
    List<Integer> found = places.of(column);
    return found.isEmpty() ? column.title() : titles.at(found.get(0));
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
