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
import org.grappe.caller.Callers;
import org.grappe.config.Today;
import org.grappe.database.Database;

/** Answers lists and single records: one statement, and one more that names the sources cited. */
@ApplicationScoped
public class ListReader {
  private final CurrentList current;
  private final PageReader pages;
  private final Database database;
  private final Today today;
  private final Callers callers;
  private final Naming naming;

  ListReader(
      CurrentList current,
      PageReader pages,
      Database database,
      Today today,
      Callers callers,
      Naming naming) {
    this.current = current;
    this.pages = pages;
    this.database = database;
    this.today = today;
    this.callers = callers;
    this.naming = naming;
  }

  /** The page that the request asks for, or the whole collection as a stream. */
  public <V extends View> Page<V> page(Listing<V> listing) {
    return page(listing, null);
  }

  /** The same within one owner. */
  public <V extends View> Page<V> page(Listing<V> listing, Scope scope) {
    Query<V> query = pages.begin(current.of(listing, scope));
    return current.isExport()
        ? Page.streaming(new ListExport<>(query, true, naming))
        : pages.page(query);
  }

  /** The whole collection in no order, for an answer that is nothing else. */
  public <V extends View> Page<V> everything(Listing<V> listing) {
    return Page.streaming(new ListExport<>(current.of(listing, null), false, naming));
  }

  /** All that the request asks for, one after the other, whatever the format. */
  public <V extends View> ListExport<V> all(Listing<V> listing) {
    return new ListExport<>(current.of(listing, null), true, naming);
  }

  /**
   * What is made of all rows that the request's filters find, in one statement.
   *
   * @param made from what the filters say, by name: SQL that goes on after {@code with found as
   *     (…)}
   */
  public <V extends View> Page<V> unpaged(
      Listing<V> listing, Function<Map<String, Object>, String> made) {
    Query<V> query = current.of(listing, null);
    Map<String, Object> said = new HashMap<>();
    query.request().filters.forEach((filter, value) -> said.put(filter.name(), value));
    return new Page<>(rows(listing, query.unpaged(made.apply(said)), naming.begin()), null, null);
  }

  /** One record as it stands on a day. */
  public <V extends View> Optional<V> one(Listing<V> listing, Scope scope, LocalDate day) {
    return first(listing, new RecordQuery(listing, day, callers.current()).one(scope));
  }

  /** One record as it stood in the registry at an instant, told for a day. */
  public <V extends View> Optional<V> one(
      Listing<V> listing, UUID id, LocalDate day, Instant known) {
    return first(listing, new RecordQuery(listing, day, callers.current()).known(id, known));
  }

  private <V extends View> Optional<V> first(Listing<V> listing, Select select) {
    ReferenceNames names = naming.begin();
    List<V> found = rows(listing, select, names);
    names.resolve(database);
    return found.stream().findFirst();
  }

  private <V extends View> List<V> rows(Listing<V> listing, Select select, ReferenceNames names) {
    return database.all(select.sql(), row -> listing.rows().read(row, names), select.args());
  }

  /** The day that a text names; today where there is none. */
  public LocalDate day(String on) {
    return on == null ? today.day() : ParameterText.read("on", on, ParameterText::day);
  }

  /** The instant that the text of a parameter names. */
  public Instant instant(String name, String text) {
    return ParameterText.read(name, text, ParameterText::instant);
  }
}
