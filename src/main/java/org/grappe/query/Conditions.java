package org.grappe.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Which rows of a collection there are to be seen, and what narrows a list of them. */
final class Conditions {
  private final String alias;
  private final List<Fragment> visibleWhen = new ArrayList<>();
  private final List<Fragment> existsWhen = new ArrayList<>();
  private final List<Fragment> onDemand = new ArrayList<>();
  private final List<Fragment> unlessStatus = new ArrayList<>();
  private String cites;

  /**
   * Those of a table.
   *
   * @param alias the table's own
   */
  Conditions(String table, String alias) {
    this.alias = alias;
    this.cites =
        "%s.id in (select c.record_id from citations c where c.source_id = %%s and c.record_table = '%s')"
            .formatted(alias, table);
  }

  /** Its rows have the sources that they cite in a column, an array. */
  void citing(String column) {
    cites = "%%s = any(%s)".formatted(column);
  }

  void visibleWhen(String condition) {
    visibleWhen.add(new Fragment(condition));
  }

  void existsWhen(String condition) {
    existsWhen.add(new Fragment(condition));
  }

  /** Holds where a day is asked for. */
  void onDemand(String condition) {
    onDemand.add(new Fragment(condition));
  }

  /** Holds where no status is asked for. */
  void unlessStatus(String condition) {
    unlessStatus.add(new Fragment(condition));
  }

  /** Leaves what the caller may see. */
  void showVisible(Select select) {
    visibleWhen.forEach(select::where);
  }

  /**
   * Leaves what the request asks for of what the caller may see.
   *
   * @param without filters that are told otherwise
   */
  void narrow(Select select, ListRequest request, Set<Filter> without) {
    showVisible(select);
    existsWhen.forEach(select::where);
    if (request.on.isPresent()) {
      onDemand.forEach(select::where);
    }
    if (request.filters.of("status").isEmpty()) {
      unlessStatus.forEach(select::where);
    }
    boolean wide = request.filters.isWide();
    request.filters.forEach(
        (filter, value) -> {
          if (filter.condition() != null && !without.contains(filter)) {
            select.where(filter.condition().apply(value, wide), value);
          }
        });
    request.q.ifPresent(q -> select.where(NameSearch.in(alias + ".search", q)));
    request.source.ifPresent(id -> select.where(cited(id)));
    request.updatedSince.ifPresent(at -> select.where(updatedSince(at)));
  }

  /** The instant stands in the statement, so that the plan fits how much has changed since. */
  private Fragment updatedSince(Instant at) {
    return new Fragment(alias + ".updated_at >= timestamptz '" + at + "'");
  }

  /** So does a source, for one is cited once and another by all lines of a file. */
  private Fragment cited(UUID source) {
    return new Fragment(cites.formatted("uuid '" + source + "'"));
  }
}
