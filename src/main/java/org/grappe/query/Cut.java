package org.grappe.query;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the rows of a page are chosen, by id, before anything is told of them: at once, in the parts
 * of which a filter's rows consist, or by a {@link Walk}. Of each part the first are read.
 */
final class Cut {
  private final Listing<?> listing;
  private final ListRequest request;
  private final boolean literal;
  private final Optional<Filter> parted;
  private final Optional<Shown> shown;
  private final Optional<Walk> walk;

  Cut(Listing<?> listing, ListRequest request) {
    this.listing = listing;
    this.request = request;
    this.literal = request.filters.keySet().stream().anyMatch(one -> !parts(one).isEmpty());
    this.parted =
        request.filters.keySet().stream()
            .filter(one -> !parts(one).isEmpty() && isServed(one))
            .findFirst();
    this.shown = listing.shown().filter(one -> one.serves(request));
    this.walk =
        listing.walks().stream().filter(one -> one.serves(request, parted.isPresent())).findFirst();
  }

  private List<Fragment> parts(Filter filter) {
    return filter.parts().apply(request.filters.get(filter));
  }

  private boolean isServed(Filter filter) {
    return filter.order() == null || request.isSortedBy(filter.order());
  }

  /** Whether a page is chosen first and told then. */
  boolean isUsed(Sort.Key order) {
    return listing.selection().isCut()
        && (!listing.isDirect() || isLiteral() || listing.isGathered(request) || order.isDated());
  }

  /** Whether the day and the caller stand in the statement. */
  boolean isLiteral() {
    return literal
        || walk.isPresent()
        || shown.isPresent()
        || (listing.isDirect() && request.on.isPresent());
  }

  /**
   * Adds the choice.
   *
   * @param limit how many there are at most
   */
  void addTo(Select select, Query<?> query, Sort.Key order, String limit) {
    List<Fragment> parts =
        shown.map(Shown::parts).orElseGet(() -> parted.map(this::parts).orElse(List.of()));
    if (order.isDated()) {
      select.add("select cut_id from ((").about(DatedRows.WITHOUT_PERIODS);
      parts(select, query, order, parts, limit);
      select.about(DatedRows.ALL).add(")\nunion all\n(");
      those(DatedRows.WITH_PERIODS, select, query, order, limit);
      select.add(")) dated").add(order.cutOrder()).add(limit);
    } else {
      parts(select, query, order, parts, limit);
    }
  }

  private void parts(
      Select select, Query<?> query, Sort.Key order, List<Fragment> parts, String limit) {
    if (parts.size() < 2) {
      part(select, query, key(query, order), parts.stream().findFirst(), limit);
      return;
    }
    String before = "select cut_id, cut_key from ((";
    for (int i = 0; i < parts.size(); i++) {
      Sort.Key key = keyOf(i, query).orElseGet(() -> key(query, order));
      part(select.add(before), query, key, Optional.of(parts.get(i)), limit);
      before = ")\nunion all\n(";
    }
    select.add(")) parts").add(order.cutOrder()).add(limit);
  }

  /** The same where all are asked for: those with periods are put among those without. */
  void addAll(Select select, Query<?> query, Sort.Key order, String limit) {
    select.add("select cut_id from ((");
    those(DatedRows.WITHOUT_PERIODS, select, query, order, limit);
    select.add(")\nunion all\n(");
    those(DatedRows.WITH_PERIODS, select, query, order, limit);
    select.add(")) dated").add(order.cutOrder()).add(limit);
  }

  private void those(DatedRows rows, Select select, Query<?> query, Sort.Key order, String limit) {
    Selection selection = listing.selection();
    select
        .about(rows)
        .add("select " + selection.alias() + ".id as cut_id")
        .add(order.cut())
        .open(selection.narrow())
        .where(listing.those(rows));
    query.narrow(select, Set.of());
    query.after(select, order).add(order.order()).add(limit).about(DatedRows.ALL);
  }

  /** Its own key, where a part has one in this order. */
  private Optional<Sort.Key> keyOf(int part, Query<?> query) {
    return shown.isPresent()
        ? Optional.empty()
        : parted
            .map(filter -> filter.keys().get(part))
            .filter(keys -> request.isSortedBy(keys.name()))
            .map(keys -> keys.in(query.descends()));
  }

  private Sort.Key key(Query<?> query, Sort.Key order) {
    return walk.map(one -> one.keys(query.descends())).orElse(order);
  }

  private void part(
      Select select, Query<?> query, Sort.Key key, Optional<Fragment> part, String limit) {
    if (walk.isPresent()) {
      walk.get().begin(select, request, key);
    } else {
      Selection selection = listing.selection();
      select
          .add("select " + selection.alias() + ".id as cut_id")
          .add(key.cut())
          .open(selection.narrow());
    }
    if (select.isAbout(DatedRows.WITHOUT_PERIODS)) {
      select.where(listing.those(DatedRows.WITHOUT_PERIODS));
    }
    query.narrow(select, without());
    parted.ifPresent(filter -> select.value("v", request.filters.get(filter)));
    part.ifPresent(select::where);
    query.after(select, key).add(key.order()).add(limit);
    walk.ifPresent(one -> one.end(select, key, limit));
  }

  /** The filters that are told otherwise. */
  private Set<Filter> without() {
    return Stream.concat(parted.stream(), walk.stream().map(one -> request.named(one.filter())))
        .collect(Collectors.toSet());
  }
}
