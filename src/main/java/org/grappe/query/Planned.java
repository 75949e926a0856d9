package org.grappe.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private PastTables pastTables;
  private Set<String> foundInHistory = Set.of();
  private final Map<String, PastTables> pastBy = new HashMap<>();

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

  /**
   * Of the past, what is still as it was is found among today's records, by their indexes, and only
   * what has changed in the history.
   *
   * @param following tables each of whose rows follows from one of the records, by its own table
   */
  public L pastAmongTodays(String... following) {
    pastTables = new PastTables(selection().table(), selection().alias(), List.of(following));
    return self();
  }

  /**
   * What these filters find, an index of the history has: where much has changed since, it is found
   * there alone.
   */
  public L foundInHistory(String... filters) {
    foundInHistory = Set.of(filters);
    return self();
  }

  /**
   * What this filter finds in the past is found apart among the rows of another table by which it
   * finds it, for that is what today's indexes have.
   *
   * @param alias the table's, in the filter's words and in those of its {@link Walk}
   */
  public L pastBy(String filter, String table, String alias) {
    pastBy.put(filter, PastTables.by(table, alias));
    return self();
  }

  /** How a request's records of the past are found apart; none where they are found together. */
  Optional<PastCut> pastCut(ListRequest request) {
    if (pastTables == null || request.known.isEmpty()) {
      return Optional.empty();
    }
    Optional<PastTables> others =
        pastBy.entrySet().stream()
            .filter(one -> request.filters.of(one.getKey()).isPresent())
            .map(Map.Entry::getValue)
            .findFirst();
    boolean indexed =
        foundInHistory.stream().anyMatch(name -> request.filters.of(name).isPresent());
    return Optional.of(
        new PastCut(others.orElse(pastTables), others.isPresent() ? "" : " all", indexed));
  }

  abstract Selection selection();

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
