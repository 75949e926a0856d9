package org.grappe.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.grappe.caller.Caller;
import org.grappe.problem.Problem;
import org.junit.jupiter.api.Test;

/** What requests ask of a list, as statements. */
class QueryTest {
  private static final LocalDate TODAY = LocalDate.of(2020, 2, 29);

  enum Status {
    OPEN,
    CLOSED
  }

  record Thing(UUID id, long version, String name) implements View {}

  private static final Listing<Thing> THINGS =
      Listing.of("/things", Thing.class, "t.id, t.version, t.name", "things t")
          .temporal()
          .searchable()
          .visibleWhen("not t.hidden or :admin")
          .existsWhen("t.day <= :on")
          .defaultFilter("t.until > :on")
          .choice("status", Status.class, "t.status", "What it is.")
          .sort("name", Sort.Kind.TEXT, "t.name")
          .sortedBy("name");

  private static Query<Thing> query(Scope scope, String... namesAndTexts) {
    MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      parameters.add(namesAndTexts[i], namesAndTexts[i + 1]);
    }
    ListRequest request = new ListRequest(THINGS, "/api/v1/things", parameters, text -> Set.of());
    return new Query<>(THINGS, scope, request, TODAY, Caller.PUBLIC);
  }

  private static Select count(Query<Thing> query) {
    return new RowsQuery(query).count();
  }

  private static List<String> conditions(Select select) {
    return select.sql().lines().filter(line -> line.matches("(where| and) .*")).toList();
  }

  @Test
  void without_filters_a_list_shows_what_is_visible_and_exists_by_default() {
    Select count = count(query(null));
    assertEquals(
        """
        select count(*)
        from things t
        where (not t.hidden or ?)
         and (t.day <= ?)
         and (t.until > ?)""",
        count.sql());
    assertEquals(List.of(false, TODAY, TODAY), count.args());
  }

  @Test
  void one_status_is_compared_and_several_are_looked_up_and_the_default_is_gone() {
    assertEquals(
        " and (t.status = 'OPEN')", conditions(count(query(null, "status", "open"))).get(2));
    assertEquals(
        " and (t.status = any(?))", conditions(count(query(null, "status", "open,closed"))).get(2));
    Select all = count(query(null, "status", "all"));
    assertEquals(List.of("OPEN", "CLOSED"), all.args().get(2));
  }

  @Test
  void the_scope_comes_first_and_a_search_last() {
    Select count = count(query(new Scope("t.owner = :v", 7), "q", "abc'"));
    assertEquals("where (t.owner = ?)", conditions(count).get(0));
    // by the numbers of its letters, of which none can end the text in which they stand
    assertEquals(
        " and (t.search like '%' || plain(U&'\\+000061\\+000062\\+000063\\+000027') || '%')",
        conditions(count).get(4));
    assertEquals(List.of(7, false, TODAY, TODAY), count.args());
  }

  @Test
  void a_page_goes_on_after_the_row_of_its_cursor_on_the_day_of_the_first() {
    Query<Thing> first = query(null, "on", "2015-06-05");
    Thing last = new Thing(UUID.randomUUID(), 1, "b");
    Query<Thing> second = query(null);
    second.startAt(first.after(last, "b"));
    Select select = new RowsQuery(second).everything();
    assertTrue(select.sql().contains("((t.name, t.id) > (?::text, ?))"), select.sql());
    assertEquals(
        List.of(false, LocalDate.of(2015, 6, 5), LocalDate.of(2015, 6, 5), "b", last.id()),
        select.args());
  }

  @Test
  void a_cursor_is_of_one_list_and_one_day() {
    Cursor cursor = query(null).after(new Thing(UUID.randomUUID(), 1, "b"), "b");
    Query<Thing> descending = query(null, "sort", "-name");
    assertThrows(Problem.class, () -> descending.startAt(cursor));
    Query<Thing> otherDay = query(null, "on", "2015-06-05");
    assertThrows(Problem.class, () -> otherDay.startAt(cursor));
  }

  @Test
  void a_single_record_is_narrowed_by_what_the_caller_may_see_alone() {
    UUID id = UUID.randomUUID();
    Select one = new RecordQuery(THINGS, TODAY, Caller.PUBLIC).one(Scope.id(THINGS, id));
    assertEquals(
        """
        select t.id, t.version, t.name
        from things t
        where (t.id = ?)
         and (not t.hidden or ?)""",
        one.sql());
    assertEquals(List.of(id, false), one.args());
  }
}
