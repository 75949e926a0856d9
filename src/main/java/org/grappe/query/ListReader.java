package org.grappe.query;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.grappe.caller.Callers;
import org.grappe.database.Database;
import org.grappe.database.Statements;
import org.grappe.problem.Problems;

/** Answers lists and single records: one statement, and one more that names the sources cited. */
@ApplicationScoped
public class ListReader {
  private final CurrentList current;
  private final PageReader pages;
  private final Database database;
  private final Callers callers;
  private final Naming naming;
  private final AsOfReader asOf;

  ListReader(
      CurrentList current,
      PageReader pages,
      Database database,
      Callers callers,
      Naming naming,
      AsOfReader asOf) {
    this.current = current;
    this.pages = pages;
    this.database = database;
    this.callers = callers;
    this.naming = naming;
    this.asOf = asOf;
  }

  /** The page that the request asks for, or the whole collection as a stream. */
  public <V extends View> Page<V> page(Listing<V> listing) {
    return page(listing, null);
  }

  /** The same within one owner. */
  public <V extends View> Page<V> page(Listing<V> listing, Scope scope) {
    Query<V> query = pages.begin(current.of(listing, scope));
    return current.isExport()
        ? Page.streaming(new ListExport<>(Expansions.without(query), true, naming))
        : pages.page(query);
  }

  /**
   * A page of the groups of all rows that the request's filters find.
   *
   * @param made the groups, from what the filters say, by name
   */
  public <V extends View> Page<V> groups(
      Listing<V> listing, Function<Map<String, Object>, Groups> made) {
    Query<V> query = pages.begin(current.of(listing, null));
    Map<String, Object> said = new HashMap<>();
    query.request().filters.forEach((filter, value) -> said.put(filter.name(), value));
    return pages.page(query, made.apply(said));
  }

  /** One record as it stands on a day. */
  public <V extends View> Optional<V> one(Listing<V> listing, Scope scope, LocalDate day) {
    return one(listing, scope, new AsOf(day, Optional.empty()));
  }

  /** One record as it stands on a day, by what the registry knew. */
  public <V extends View> Optional<V> one(Listing<V> listing, Scope scope, AsOf asOf) {
    Select select = new RecordQuery(listing, asOf.day(), callers.current()).one(scope);
    Statements in = database.at(asOf.known());
    ReferenceNames names = naming.begin();
    List<V> found = rows(in, listing, select, names);
    names.resolve(in);
    return found.stream().findFirst();
  }

  /**
   * Makes sure of the record that the address of a list names: that it is there or, where the
   * request asks how the registry stood, that it was there.
   *
   * @throws org.grappe.problem.Problem {@code not-found}
   */
  public void requireOwner(String table, UUID id) {
    if (!knows(table, id)) {
      throw Problems.notFound(table.replace('_', '-'), id);
    }
  }

  private boolean knows(String table, UUID id) {
    String sql = "select 1 from " + table + " where id = ?";
    return !database.at(current.known()).all(sql, row -> true, List.of(id)).isEmpty();
  }

  private static <V extends View> List<V> rows(
      Statements in, Listing<V> listing, Select select, ReferenceNames names) {
    return in.all(select.sql(), row -> listing.rows().read(row, names), select.args());
  }

  /** As {@link AsOfReader#of(String, String, Scope.Owner)}. */
  public AsOf asOf(String on, String knownAt, Scope.Owner owner) {
    return asOf.of(on, knownAt, owner);
  }

  /** As {@link AsOfReader#ofAll}. */
  public AsOf asOfAll(String on, String knownAt) {
    return asOf.ofAll(on, knownAt);
  }

  /** As {@link AsOfReader#of(String, String)}. */
  public AsOf asOf(String on, String knownAt) {
    return asOf.of(on, knownAt);
  }
}
