package org.grappe.query;

import java.time.LocalDate;
import java.util.Set;

/** The rows that a query finds, turned into a statement. */
final class RowsQuery {
  static final Fragment LIMIT = new Fragment("\nlimit :limit");

  private final Query<?> query;
  private final Listing<?> listing;
  private final ListRequest request;
  private final Selection selection;
  private final Sort.Key order;

  RowsQuery(Query<?> query) {
    this.query = query;
    this.listing = query.listing();
    this.request = query.request();
    this.selection = listing.selection();
    this.order = query.order();
  }

  /** All rows behind the cursor, in their order. */
  Select everything() {
    return after(rows(), order).add(order.order());
  }

  /** Leaves what comes after the cursor's row in an order. */
  Select after(Select select, Sort.Key key) {
    query
        .cursor()
        .ifPresent(
            from -> select.value("key", from.key()).value("id", from.id()).where(key.after()));
    return select;
  }

  boolean descends() {
    return request.sort.startsWith("-");
  }

  /** All rows, in no order. */
  Select rows() {
    return narrow(begun().add(selection.columns()).add(order.column()).add(selection.from()));
  }

  /** How many rows there are in all. */
  Select count() {
    Select alone = narrow(begun().add("select count(*)").add(selection.alone()));
    return selection.isCut() && alone.asksOnly(selection.alias())
        ? alone
        : narrow(begun().add("select count(*)").add(selection.narrow()));
  }

  /** The same where records of the past are found apart. */
  Select total() {
    return query.pastCut().filter(PastCut::isDisjoint).map(this::total).orElseGet(this::count);
  }

  private Select total(PastCut past) {
    Select select = begun();
    past.addCount(select, () -> narrow(select.open(selection.narrow())));
    return select;
  }

  /** A statement that may ask the day, the caller and what the parameters say. */
  Select begun() {
    return valued(Select.of(query.day(), query.caller()));
  }

  /** The same said in the statement. */
  Select literally() {
    return valued(Select.literally(query.day(), query.caller()));
  }

  private Select valued(Select select) {
    listing.filters().keySet().forEach(name -> select.value(name, said(name, select)));
    return select.value("descends", Literal.flag(descends()));
  }

  /** What a parameter says, as a text; a day stands in the statement where the others do. */
  private Object said(String name, Select select) {
    return request
        .filters
        .of(name)
        .filter(value -> select.isLiteral() && value instanceof LocalDate)
        .<Object>map(value -> new Literal("'" + value + "'"))
        .orElse(request.text(name));
  }

  /** Leaves what the address and the request ask for. */
  Select narrow(Select select) {
    return narrow(select, Set.of());
  }

  /** The same but for filters that are told otherwise. */
  Select narrow(Select select, Set<Filter> without) {
    if (query.scope() != null) {
      select.where(query.scope());
    }
    listing.conditions().narrow(select, request, without);
    return select;
  }
}
