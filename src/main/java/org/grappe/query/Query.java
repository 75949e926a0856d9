package org.grappe.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.grappe.caller.Caller;
import org.grappe.caller.Role;

/** A list as one request asks for it, turned into statements. */
final class Query<V extends View> {
  private static final Fragment LIMIT = new Fragment("\nlimit :limit");
  private static final Fragment WITHIN_BYTES =
      new Fragment(") page) weighed where page_place = 1 or page_weight <= :bytes");
  private final Listing<V> listing;
  private final Scope scope;
  private final ListRequest request;
  private final Caller caller;
  private final Sort.Key order;
  private LocalDate day;
  private Optional<Cursor> cursor = Optional.empty();

  Query(Listing<V> listing, Scope scope, ListRequest request, LocalDate today, Caller caller) {
    this.listing = listing;
    this.scope = scope;
    this.request = request;
    this.caller = caller;
    this.day = request.on.orElse(today);
    boolean descends = request.sort.startsWith("-");
    Sort sort = listing.sort(descends ? request.sort.substring(1) : request.sort).orElseThrow();
    this.order = descends ? sort.descending() : sort.ascending();
  }

  Listing<V> listing() {
    return listing;
  }

  String fingerprint(String path) {
    return request.fingerprint(path, caller);
  }

  /** Goes on where a cursor says, on the day for which the list was begun. */
  LocalDate startAt(Optional<Cursor> given, String path) {
    cursor = given;
    given.ifPresent(
        from -> {
          boolean otherDay = request.on.isPresent() && !request.on.equals(from.day());
          if (!from.query().equals(fingerprint(path)) || otherDay) {
            throw Cursor.invalid();
          }
          day = from.day().orElse(day);
        });
    return day;
  }

  /**
   * One page and the first row of the next, as far as the page may be long; {@code page_found} says
   * how many there would be. The rows within come in order, and a window without one keeps it.
   */
  Select page(long bytes) {
    return limit(everything(), request.limit + 1)
        .value("bytes", bytes)
        .within(listing.weighing(), WITHIN_BYTES);
  }

  Select limit(Select select, int most) {
    return select.value("limit", most).add(LIMIT);
  }

  Select everything() {
    Select select = begun().add(listing.columns()).add(order.column()).add(listing.from());
    narrow(select);
    cursor.ifPresent(
        from -> select.value("key", from.key()).value("id", from.id()).where(order.after()));
    return select.add(order.order());
  }

  /** All rows as a table {@code found}, and what is made of them. */
  Select unpaged(String made) {
    Select select = begun().add("with found as (").add(listing.columns()).add(listing.from());
    narrow(select);
    return select.add(")").add(new Fragment(made));
  }

  /** As the rows come, where no order is asked for: so the first of a million comes at once. */
  Select asItComes() {
    if (!request.text("sort").isEmpty()) {
      return everything();
    }
    Select select = begun().add(listing.columns()).add(order.column()).add(listing.from());
    narrow(select);
    return select;
  }

  Select count() {
    Select select = begun().add("select count(*)").add(listing.from());
    narrow(select);
    return select;
  }

  static Select one(Listing<?> listing, Scope scope, LocalDate day, Caller caller) {
    Select select =
        unfiltered(listing, day, caller).add(listing.columns()).add(listing.from()).where(scope);
    listing.visibleWhen().forEach(select::where);
    return select;
  }

  /** The record with this id as it stood in the registry at an instant. */
  static Select known(Listing<?> listing, UUID id, Instant at, LocalDate day, Caller caller) {
    Select select =
        unfiltered(listing, day, caller)
            .value("record", id)
            .value("known", at)
            .add(listing.columns())
            .add(listing.known());
    listing.visibleWhen().forEach(select::where);
    return select;
  }

  private Select begun() {
    Select select = begun(day, caller);
    listing.filters().keySet().forEach(name -> select.value(name, request.text(name)));
    return select;
  }

  private static Select unfiltered(Listing<?> listing, LocalDate day, Caller caller) {
    Select select = begun(day, caller);
    listing.filters().keySet().forEach(name -> select.value(name, ""));
    return select;
  }

  /** What every statement may ask: the day, and what of the caller decides what is seen. */
  private static Select begun(LocalDate day, Caller caller) {
    return new Select()
        .value("on", day)
        .value("admin", caller.isAdministrator())
        .value("applications", caller.readsApplications())
        .value("edited", caller.is(Role.EDITOR) ? caller.clusters() : List.of());
  }

  private void narrow(Select select) {
    if (scope != null) {
      select.where(scope);
    }
    listing.visibleWhen().forEach(select::where);
    listing.existsWhen().forEach(select::where);
    if (request.on.isPresent()) {
      listing.onDemand().ifPresent(select::where);
    }
    if (!request.asks("status")) {
      listing.defaultFilter().ifPresent(select::where);
    }
    boolean wide = request.flag(Filter.PREDECESSORS);
    request.filters.forEach(
        (filter, value) -> {
          if (filter.condition() != null) {
            select.where(filter.condition().apply(value, wide), value);
          }
        });
    request.q.ifPresent(q -> select.where(listing.search(), q));
    request.source.ifPresent(id -> select.where(listing.citing(), List.of(id)));
    request.updatedSince.ifPresent(at -> select.where(listing.updated(at)));
  }
}
