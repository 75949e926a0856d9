package org.grappe.query;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ways by which the rows of a page are found: in the parts of which what a list shows or a
 * filter's rows consist, and by a {@link Walk}; or neither.
 */
final class Ways {
  private final ListRequest request;
  private final boolean literal;
  private final Optional<Filter> parted;
  private final Optional<Shown> shown;
  private final Optional<Walk> walk;

  Ways(Listing<?> listing, ListRequest request) {
    this.request = request;
    this.literal = request.filters.all().stream().anyMatch(one -> !parts(one).isEmpty());
    this.parted =
        request.filters.all().stream()
            .filter(one -> !parts(one).isEmpty() && isServed(one))
            .findFirst();
    this.shown = listing.shown().filter(one -> one.serves(request));
    this.walk = listing.walks().stream().filter(one -> one.serves(request, parted)).findFirst();
  }

  private List<Fragment> parts(Filter filter) {
    return filter.parts().apply(request.filters.value(filter), request.known.isPresent());
  }

  private boolean isServed(Filter filter) {
    return filter.order() == null || request.isSortedBy(filter.order());
  }

  /** Whether their plans fit the day and the caller. */
  boolean areLiteral() {
    return literal || walk.isPresent() || shown.isPresent();
  }

  List<Fragment> parts() {
    return shown.map(Shown::parts).orElseGet(() -> parted.map(this::parts).orElse(List.of()));
  }

  /** The one to the rows of a part, or to all where there are no parts. */
  Optional<Walk> walk(int part) {
    return walk.filter(one -> one.leadsTo(part));
  }

  /** The filter whose parts these are. */
  Optional<Filter> parted() {
    return parted;
  }

  /** By what those of a part are: its own key, where it has one in this order. */
  Sort.Key key(int part, Sort.Key order, boolean descends) {
    return parted
        .filter(filter -> shown.isEmpty())
        .map(filter -> filter.keys().get(part))
        .filter(keys -> request.isSortedBy(keys.name()))
        .map(keys -> keys.in(descends))
        .or(() -> walk(part).map(one -> one.keys(descends)))
        .orElse(order);
  }

  /** The filters that they tell otherwise. */
  Set<Filter> without() {
    return Stream.concat(
            parted.stream(), walk.stream().map(one -> request.filters.named(one.filter())))
        .collect(Collectors.toSet());
  }
}
