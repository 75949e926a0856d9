package org.grappe.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the rows of a list are found: what the plans of its statements have to be told.
 *
 * @param <L> the list itself
 */
public abstract class Planned<L extends Planned<L>> extends Ordered<L> {
  private final List<Walk> walks = new ArrayList<>();
  private final Map<String, String> gathered = new HashMap<>();
  private boolean direct;
  private Shown shown;
  private Fragment undatedRows;
  private Fragment datedRows;

  /** Its page is told as it is found, but where it falls into parts or is of another day. */
  public L direct() {
    direct = true;
    return self();
  }

  /**
   * What it shows where nothing narrows it, or this status alone, consists of parts in an order; an
   * index serves each. {@code :descends} says which direction that has.
   */
  public L shownInParts(String order, String status, String... conditions) {
    shown = new Shown(order, status, Stream.of(conditions).map(Fragment::new).toList());
    return self();
  }

  /**
   * What this filter finds is found first and then put in order, for else a plan looks for the few
   * among all that there is; but in this order, which an index has of them.
   */
  public L gathered(String filter, String but) {
    gathered.put(filter, but);
    return self();
  }

  /** Which rows have what they are put in order by whatever the day, and which by the day. */
  public L dated(String undated, String dated) {
    undatedRows = new Fragment(undated);
    datedRows = new Fragment(dated);
    return self();
  }

  /** Another way to the rows of some pages. */
  public L walk(Walk way) {
    walks.add(way);
    return self();
  }

  /** Whether what a request asks for is put in order once it is found. */
  boolean isGathered(ListRequest request) {
    return gathered.entrySet().stream()
        .anyMatch(
            one ->
                request.filters.of(one.getKey()).isPresent()
                    && !request.isSortedBy(one.getValue()));
  }

  /** Finds rows without periods, or with some. */
  Fragment those(DatedRows rows) {
    return rows == DatedRows.WITH_PERIODS ? datedRows : undatedRows;
  }

  boolean isDirect() {
    return direct;
  }

  Optional<Shown> shown() {
    return Optional.ofNullable(shown);
  }

  List<Walk> walks() {
    return walks;
  }
}
