package org.grappe.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Statements put together from fragments, whose names become parameters. */
class SelectTest {

  @Test
  void each_name_is_a_parameter_wherever_it_stands_and_a_cast_is_none() {
    Select select =
        new Select()
            .value("on", "today")
            .add("select 1 from t")
            .where(new Fragment("t.a <= :on and t.b::date > :on::date"));
    assertEquals("select 1 from t\nwhere (t.a <= ? and t.b::date > ?::date)", select.sql());
    assertEquals(List.of("today", "today"), select.args());
  }

  @Test
  void the_value_of_each_condition_is_its_own() {
    Fragment equal = new Fragment("a = :v");
    Select select = new Select().add("select 1").where(equal, 1).where(equal, 2);
    assertEquals("select 1\nwhere (a = ?)\n and (a = ?)", select.sql());
    assertEquals(List.of(1, 2), select.args());
  }

  @Test
  void a_statement_stands_within_another() {
    Select select =
        new Select()
            .value("bytes", 9)
            .value("v", "a")
            .add(new Fragment("select :v as a"))
            .within(
                new Fragment("select least(p.bytes, :bytes) from ("),
                new Fragment(") p where p.bytes <= :bytes"));
    assertEquals(
        "select least(p.bytes, ?) from (select ? as a) p where p.bytes <= ?", select.sql());
    assertEquals(List.of(9, "a", 9), select.args());
  }

  @Test
  void a_name_without_a_value_is_told() {
    Select select = new Select();
    Fragment fragment = new Fragment("a = :missing");
    var failed = assertThrows(IllegalStateException.class, () -> select.where(fragment));
    assertEquals("no value for :missing", failed.getMessage());
  }

  @Test
  void what_follows_a_row_is_found_by_its_key_and_then_its_id() {
    Sort sort = Sort.of("name", "o.id", "o.name", Sort.Kind.TEXT);
    assertEquals("\nwhere ((o.name, o.id) > (?::text, ?))", after(sort.ascending()));
    assertEquals(
        "\nwhere (o.name <= ?::text and (o.name < ?::text or o.id > ?))", after(sort.descending()));
  }

  @Test
  void what_is_unknown_comes_last_in_both_directions() {
    Sort sort = Sort.ofOptional("from", "o.id", "o.day", Sort.Kind.DATE);
    assertEquals(
        "\norder by coalesce(o.day, 'infinity'::date), o.id",
        new Select().add(sort.ascending().order()).sql());
    assertEquals(
        "\norder by coalesce(o.day, '-infinity'::date) desc, o.id",
        new Select().add(sort.descending().order()).sql());
  }

  private static String after(Sort.Key key) {
    return new Select().value("key", "k").value("id", "i").where(key.after()).sql();
  }
}
