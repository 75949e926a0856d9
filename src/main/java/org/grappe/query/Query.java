package org.grappe.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.grappe.caller.Caller;

/** A list as one request asks for it, turned into statements. */
final class Query<V extends View> {
  private static final Fragment LIMIT = new Fragment("\nlimit :limit");
  private static final Fragment WITHIN_BYTES =
      new Fragment(") page) heavy) weighed where page_weight - least(page_own, :bytes) <= :bytes");

  private static final Fragment TOLD =
      new Fragment(
          "\nfrom (select told.id as cut_id, told.place"
              + " from unnest(:ids::uuid[]) with ordinality told(id, place)");

  private static final UUID NOT_A_RECORD = new UUID(0, 0);

  private final Listing<V> listing;
  private final Selection selection;
  private final Scope scope;
  private final ListRequest request;
  private final Caller caller;
  private final Sort.Key order;
  private LocalDate day;
  private Optional<Cursor> cursor = Optional.empty();

  Query(Listing<V> listing, Scope scope, ListRequest request, LocalDate today, Caller caller) {
    this.listing = listing;
    this.selection = listing.selection();
    this.scope = scope;
    this.request = request;
    this.caller = caller;
    this.day = request.on.orElse(today);
    Sort.Key key = listing.direction(request.sort);
    this.order = listing.isGathered(request) ? key.ofGathered() : key;
  }

  Listing<V> listing() {
    return listing;
  }

  LocalDate day() {
    return day;
  }

  ListRequest request() {
    return request;
  }

  /** The instant as of which the registry is told. */
  Optional<Instant> known() {
    return request.known;
  }

  /**
   * Goes on where a cursor says, on the day for which the list was begun.
   *
   * @throws org.grappe.problem.Problem {@code invalid-cursor} where it is that of another list
   */
  void startAt(Cursor from) {
    boolean otherDay = request.on.isPresent() && !request.on.equals(from.day());
    if (!from.query().equals(request.fingerprint(caller)) || otherDay) {
      throw Cursor.invalid();
    }
    cursor = Optional.of(from);
    day = from.day().orElse(day);
  }

  /** Whether some rows have what they are put in order by from day to day. */
  boolean isDated() {
    return order.isDated();
  }

  /** Where the next page begins, after a row with this key. */
  Cursor after(V last, String key) {
    return new Cursor(
        request.fingerprint(caller),
        listing.isTemporal() ? Optional.of(day) : Optional.empty(),
        last.id() == null ? NOT_A_RECORD : last.id(),
        key);
  }

  /** What two queries have in common that find the same rows, told for the same day. */
  List<Object> key() {
    return List.of(
        request.path(),
        listing.path(),
        request.given(),
        day,
        Optional.ofNullable(scope),
        caller.author().key(),
        caller.role(),
        caller.clusters());
  }

  /**
   * One page and the first row of the next, which is the one that would make it too long, or one
   * too many: {@code page_weight} says what the rows weigh up to each. The rows within come in
   * order, and a window without one keeps it. Each row that passes through a window is copied, so
   * there is one window, and it does no more than sum.
   */
  Select page(int bytes) {
    int most = request.limit + 1;
    Cut cut = new Cut(listing, request);
    return (cut.isUsed(order) ? chosen(cut, most) : limit(everything(), most))
        .value("bytes", bytes)
        .within(selection.weighed(), WITHIN_BYTES);
  }

  /**
   * The first rows by id, and only then what is told of them. How many stands in the statement, for
   * a plan made without it is one for a tenth of all rows.
   */
  private Select chosen(Cut cut, int most) {
    Select select =
        valued(cut.isLiteral() ? Select.literally(day, caller) : Select.of(day, caller))
            .add(selection.columns())
            .add(order.column())
            .add("\nfrom (");
    cut.addTo(select, this, order, "\nlimit " + most);
    return select.add(selection.dressed()).add(order.order());
  }

  /** The ids of all rows, or of the first so many, in their order. */
  Select ids(int most, boolean ordered) {
    if (isOrdered(ordered) && order.isDated()) {
      Select select = begun().add("select cut_id\nfrom (");
      String limit = most < Integer.MAX_VALUE ? "\nlimit " + most : "";
      new Cut(listing, request).addAll(select, this, order, limit);
      return select.add(") cut");
    }
    Select ids = begun().add("select cut_id\nfrom (select " + selection.alias() + ".id as cut_id");
    Select select = after(narrow(ids.add(selection.narrow())), order);
    if (isOrdered(ordered)) {
      select.add(order.order());
    }
    if (most < Integer.MAX_VALUE) {
      select.add("\nlimit " + most);
    }
    return select.add(") cut");
  }

  /** What is told of the rows with these ids, in this order. */
  Select told(List<UUID> ids) {
    return begun()
        .value("ids", ids)
        .add(selection.columns())
        .add(TOLD)
        .add(selection.dressed())
        .add("\norder by cut.place");
  }

  Select limit(Select select, int most) {
    return select.value("limit", most).add(LIMIT);
  }

  Select everything() {
    return after(rows(), order).add(order.order());
  }

  /** Leaves what comes after the cursor's row in an order. */
  Select after(Select select, Sort.Key key) {
    cursor.ifPresent(
        from -> select.value("key", from.key()).value("id", from.id()).where(key.after()));
    return select;
  }

  boolean descends() {
    return request.sort.startsWith("-");
  }

  /** All rows, in an order where one is asked for or this is ordered anyway. */
  Select all(boolean ordered) {
    return isOrdered(ordered) ? everything() : rows();
  }

  /** Rows come as they are where no order is asked for: so the first of a million comes at once. */
  private boolean isOrdered(boolean anyway) {
    return anyway || !request.text("sort").isEmpty();
  }

  private Select rows() {
    return narrow(begun().add(selection.columns()).add(order.column()).add(selection.from()));
  }

  /**
   * All rows as a table {@code found}, and the groups that are made of them.
   *
   * @param part what of the groups is asked for
   */
  Select groups(Groups groups, Groups.Part part) {
    Select select =
        begun()
            .value("key", cursor.map(Cursor::key).orElse(null))
            .value("limit", request.limit + 1)
            .add("with found as not materialized (")
            .add(selection.columns())
            .add(selection.from());
    return narrow(select).add(")").add(groups.sql(part, cursor.isPresent()));
  }

  Select count() {
    Select alone = narrow(begun().add("select count(*)").add(selection.alone()));
    return selection.isCut() && alone.asksOnly(selection.alias())
        ? alone
        : narrow(begun().add("select count(*)").add(selection.narrow()));
  }

  private Select begun() {
    return valued(Select.of(day, caller));
  }

  private Select valued(Select select) {
    listing.filters().keySet().forEach(name -> select.value(name, said(name, select)));
    return select.value("descends", Literal.flag(descends()));
  }

  /** What a parameter says, as a text; a day stands in the statement where the others do. */
  private Object said(String name, Select select) {
    return request
        .filter(name)
        .filter(value -> select.isLiteral() && value instanceof LocalDate)
        .<Object>map(value -> new Literal("'" + value + "'"))
        .orElse(request.text(name));
  }

  private Select narrow(Select select) {
    return narrow(select, Set.of());
  }

  /** Leaves what the address and the request ask for, but for filters that are told otherwise. */
  Select narrow(Select select, Set<Filter> without) {
    if (scope != null) {
      select.where(scope);
    }
    listing.conditions().narrow(select, request, without);
    return select;
  }
}
