package org.grappe.query;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.grappe.caller.Caller;

/** A list as one request asks for it, from where its cursor says. */
final class Query<V extends View> {
  private static final UUID NOT_A_RECORD = new UUID(0, 0);

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
    Sort.Key key = listing.direction(request.sort);
    this.order = listing.isGathered(request) ? key.ofGathered() : key;
  }

  Listing<V> listing() {
    return listing;
  }

  LocalDate day() {
    return day;
  }

  /** The part of the list that the address names; null where it is the whole. */
  Scope scope() {
    return scope;
  }

  ListRequest request() {
    return request;
  }

  Caller caller() {
    return caller;
  }

  Sort.Key order() {
    return order;
  }

  Optional<Cursor> cursor() {
    return cursor;
  }

  /**
   * How its records of the past are found apart; none where they are found together, as the few
   * that a record has are, unless they are looked for among what a source is cited by.
   */
  Optional<PastCut> pastCut() {
    return scope == null || request.source.isPresent()
        ? listing.pastCut(request)
        : Optional.empty();
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
}
