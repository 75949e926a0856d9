package org.grappe.query;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.grappe.caller.Callers;
import org.grappe.config.Today;
import org.grappe.database.Database;
import org.grappe.database.Statements;
import org.grappe.problem.Problems;

/** Answers lists and single records: one statement, and one more that names the sources cited. */
@ApplicationScoped
public class ListReader {
  /**
   * What is asked of pages of JSON, and nothing that is whole and has a format of its own takes.
   */
  private static final List<String> OF_PAGES =
      List.of("cursor", "count", "fields", Expansions.PARAMETER);

  /** What is asked of pages and of CSV, and nothing that is neither takes. */
  private static final List<String> OF_FILES =
      Stream.concat(OF_PAGES.stream(), CsvDialect.PARAMETERS.stream()).toList();

  private final CurrentList current;
  private final PageReader pages;
  private final Database database;
  private final Today today;
  private final Callers callers;
  private final Naming naming;
  private final PastReaders past;

  ListReader(
      CurrentList current,
      PageReader pages,
      Database database,
      Today today,
      Callers callers,
      Naming naming,
      PastReaders past) {
    this.current = current;
    this.pages = pages;
    this.database = database;
    this.today = today;
    this.callers = callers;
    this.naming = naming;
    this.past = past;
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
   * The whole collection in no order, for an answer that is nothing else: it has no pages, and its
   * members are what its format says.
   */
  public <V extends View> Page<V> everything(Listing<V> listing) {
    current.refuse(Stream.concat(OF_PAGES.stream(), Stream.of("limit", "sort")));
    return Page.streaming(new ListExport<>(current.of(listing, null), false, naming));
  }

  /** The same one after the other, whatever the format. */
  public <V extends View> ListExport<V> all(Listing<V> listing) {
    current.refuse(Stream.concat(OF_FILES.stream(), Stream.of("limit")));
    return new ListExport<>(current.of(listing, null), true, naming);
  }

  /** The first of them, whatever the format: a feed is no more. */
  public <V extends View> List<V> first(Listing<V> listing) {
    current.refuse(OF_FILES.stream());
    return pages.page(current.of(listing, null)).getItems();
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

  /** Whether there is such a record or, where the request asks so, whether there was. */
  public boolean knows(String table, UUID id) {
    String sql = "select 1 from " + table + " where id = ?";
    return !database.at(current.known()).all(sql, row -> true, List.of(id)).isEmpty();
  }

  private static <V extends View> List<V> rows(
      Statements in, Listing<V> listing, Select select, ReferenceNames names) {
    return in.all(select.sql(), row -> listing.rows().read(row, names), select.args());
  }

  /** The day that a text names; today where there is none. */
  public LocalDate day(String on) {
    return on == null ? today.day() : ParameterText.read("on", on, ParameterText::day);
  }

  /** The instant that {@code knownAt} names; none where it is left out. */
  public Optional<Instant> instant(String knownAt) {
    return Optional.ofNullable(knownAt)
        .map(text -> ParameterText.read("knownAt", text, ParameterText::instant));
  }

  /**
   * When something is told that belongs to a record: the day that {@code on} names, or the
   * instant's, by what was known at the instant that {@code knownAt} names.
   *
   * @throws org.grappe.problem.Problem {@code unauthenticated}, {@code forbidden}, {@code
   *     not-settled-yet}
   */
  public AsOf asOf(String on, String knownAt, Scope.Owner owner) {
    AsOf asOf = asOf(on, knownAt);
    asOf.known().ifPresent(at -> past.require(at, Optional.of(owner), Optional.empty()));
    return asOf;
  }

  /** The same of what is nobody's in particular. */
  public AsOf asOfAll(String on, String knownAt) {
    AsOf asOf = asOf(on, knownAt);
    asOf.known().ifPresent(at -> past.require(at, Optional.empty(), Optional.empty()));
    return asOf;
  }

  /** The same where it is seen to elsewhere who may know. */
  public AsOf asOf(String on, String knownAt) {
    LocalDate asked = on == null ? null : day(on);
    Optional<Instant> known = instant(knownAt);
    return new AsOf(asked == null ? known.map(today::day).orElseGet(today::day) : asked, known);
  }
}
