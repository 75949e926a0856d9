package org.grappe.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Words that anybody writes stand in a statement, and are nothing else there. */
class NameSearchTest {

  @Test
  void words_are_told_by_the_numbers_of_their_letters() {
    Select select = new Select().add("select 1").where(NameSearch.in("o.search", "é' :vé?😀"));
    assertEquals(
        "select 1\nwhere (o.search like '%' || plain(U&'"
            + "\\+0000E9\\+000027\\+000020\\+00003A\\+000076\\+0000E9\\+00003F\\+01F600') || '%')",
        select.sql());
    assertEquals(List.of(), select.args());
  }

  @Test
  void two_letters_are_found_by_the_pair_that_they_are() {
    Select select = new Select().add("select 1").where(NameSearch.in("o.search", "éa"));
    String words = "plain(U&'\\+0000E9\\+000061')";
    assertEquals(
        "select 1\nwhere (coalesce(o.search like '%' || "
            + words
            + " || '%', false) and letter_pairs(o.search) @> letter_pairs("
            + words
            + "))",
        select.sql());
  }
}
