package org.grappe.query;

import java.util.List;
import java.util.Optional;

/**
 * How the rows of a page are chosen, by id, before anything is told of them: at once, or by the
 * {@link Ways} that there are to them. Of each part the first are read.
 */
final class Cut {
  private final Query<?> query;
  private final Listing<?> listing;
  private final ListRequest request;
  private final Selection selection;
  private final Ways ways;

  Cut(Query<?> query) {
    this.query = query;
    this.listing = query.listing();
    this.request = query.request();
    this.selection = listing.selection();
    this.ways = new Ways(listing, request);
  }

  /** Whether a page is chosen first and told then. */
  boolean isUsed(Sort.Key order) {
    return selection.isCut()
        && (!listing.isDirect()
            || isLiteral()
            || listing.isGathered(request)
            || order.isDated()
            || query.pastCut().isPresent());
  }

  /** Whether the day and the caller stand in the statement. */
  boolean isLiteral() {
    return ways.areLiteral() || (listing.isDirect() && request.on.isPresent());
  }

  /**
   * Adds the choice.
   *
   * @param limit how many there are at most
   */
  void addTo(Select select, RowsQuery rows, Sort.Key order, String limit) {
    apart(select, order, limit, () -> choose(select, rows, order, limit));
  }

  /** The same where all are asked for: those with periods are put among those without. */
  void addAll(Select select, RowsQuery rows, Sort.Key order, boolean ordered, String limit) {
    apart(select, order, limit, () -> chooseAll(select, rows, order, ordered, limit));
  }

  private void apart(Select select, Sort.Key order, String limit, Runnable choice) {
    query.pastCut().ifPresentOrElse(past -> past.addTo(select, order, limit, choice), choice);
  }

  private void choose(Select select, RowsQuery rows, Sort.Key order, String limit) {
    if (order.isDated()) {
      select.add("select cut_id, cut_key from ((").about(DatedRows.WITHOUT_PERIODS);
      parts(select, rows, order, limit);
      select.about(DatedRows.ALL).add(")\nunion all\n(");
      those(DatedRows.WITH_PERIODS, select, rows, order, limit);
      select.add(")) dated").add(order.cutOrder()).add(limit);
    } else {
      parts(select, rows, order, limit);
    }
  }

  private void parts(Select select, RowsQuery rows, Sort.Key order, String limit) {
    List<Fragment> parts = ways.parts();
    if (parts.size() < 2) {
      part(select, rows, order, 0, parts.stream().findFirst(), limit);
      return;
    }
    String before = "select cut_id, cut_key from ((";
    for (int i = 0; i < parts.size(); i++) {
      part(select.add(before), rows, order, i, Optional.of(parts.get(i)), limit);
      before = ")\nunion all\n(";
    }
    select.add(")) parts").add(order.cutOrder()).add(limit);
  }

  private void chooseAll(
      Select select, RowsQuery rows, Sort.Key order, boolean ordered, String limit) {
    if (ordered && order.isDated()) {
      select.add("select cut_id, cut_key from ((");
      those(DatedRows.WITHOUT_PERIODS, select, rows, order, limit);
      select.add(")\nunion all\n(");
      those(DatedRows.WITH_PERIODS, select, rows, order, limit);
      select.add(")) dated").add(order.cutOrder()).add(limit);
    } else {
      rows.after(rows.narrow(key(select, order)), order);
      (ordered ? select.add(order.order()) : select).add(limit);
    }
  }

  private void those(DatedRows some, Select select, RowsQuery rows, Sort.Key order, String limit) {
    key(select.about(some), order).where(listing.those(some));
    rows.after(rows.narrow(select), order).add(order.order()).add(limit).about(DatedRows.ALL);
  }

  private Select key(Select select, Sort.Key key) {
    return select
        .add("select " + selection.alias() + ".id as cut_id")
        .add(key.cut())
        .open(selection.narrow());
  }

  private void part(
      Select select,
      RowsQuery rows,
      Sort.Key order,
      int place,
      Optional<Fragment> part,
      String limit) {
    Sort.Key key = ways.key(place, order, rows.descends());
    Optional<Walk> walk = ways.walk(place);
    walk.ifPresentOrElse(one -> one.begin(select, request, key), () -> key(select, key));
    if (select.isAbout(DatedRows.WITHOUT_PERIODS) && walk.filter(Walk::isToUndated).isEmpty()) {
      select.where(listing.those(DatedRows.WITHOUT_PERIODS));
    }
    rows.narrow(select, ways.without());
    ways.parted().ifPresent(filter -> select.value("v", request.filters.value(filter)));
    if (walk.filter(Walk::isToPart).isEmpty()) {
      part.ifPresent(select::where);
    }
    rows.after(select, key).add(key.order()).add(limit);
    walk.ifPresent(one -> one.end(select, key, limit));
  }
}
