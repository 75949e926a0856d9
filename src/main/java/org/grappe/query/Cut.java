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
  private final Optional<Walk> walk;

  Cut(Listing<?> listing, ListRequest request) {
    this.listing = listing;
    this.request = request;
    this.literal = request.filters.keySet().stream().anyMatch(one -> !parts(one).isEmpty());
    this.parted =
        request.filters.keySet().stream()
            .filter(one -> !parts(one).isEmpty() && isServed(one))
            .findFirst();
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
  boolean isUsed() {
    return listing.selection().isCut() && (!listing.isDirect() || isLiteral());
  }

  /** Whether the day and the caller stand in the statement. */
  boolean isLiteral() {
    return literal || walk.isPresent() || (listing.isDirect() && request.on.isPresent());
  }

  /**
   * Adds the choice.
   *
   * @param limit how many there are at most
   */
  void addTo(Select select, Query<?> query, Sort.Key order, String limit) {
    List<Fragment> parts = parted.map(this::parts).orElse(List.of());
    if (parts.size() < 2) {
      part(select, query, order, parts.stream().findFirst(), limit);
      return;
    }
    select.add("select cut_id from ((");
    for (int i = 0; i < parts.size(); i++) {
      if (i > 0) {
        select.add(")\nunion all\n(");
      }
      part(select, query, order, Optional.of(parts.get(i)), limit);
    }
    select.add(")) parts").add(order.cutOrder()).add(limit);
  }

  private void part(
      Select select, Query<?> query, Sort.Key order, Optional<Fragment> part, String limit) {
    Sort.Key key = walk.map(one -> one.keys(query.descends())).orElse(order);
    if (walk.isPresent()) {
      walk.get().begin(select, request, key);
    } else {
      Selection selection = listing.selection();
      select
          .add("select " + selection.alias() + ".id as cut_id")
          .add(key.cut())
          .open(selection.narrow());
    }
    query.narrow(select, without());
    part.ifPresent(one -> select.where(one, request.filters.get(parted.get())));
    query.after(select, key).add(key.order()).add(limit);
    walk.ifPresent(one -> one.end(select, key, limit));
  }

  /** The filters that are told otherwise. */
  private Set<Filter> without() {
    return Stream.concat(parted.stream(), walk.stream().map(one -> request.named(one.filter())))
        .collect(Collectors.toSet());
  }
}
