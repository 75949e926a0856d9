package org.grappe.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Words that anybody writes stand in a statement, and are nothing else there. */
class NameSearchTest {

  @Test
  void words_are_told_by_the_numbers_of_their_letters() {
    Select select = new Select().add("select 1").where(NameSearch.in("o.search", "é' :v?😀"));
    assertEquals(
        "select 1\nwhere (o.search like '%' || plain(U&'"
            + "\\+0000E9\\+000027\\+000020\\+00003A\\+000076\\+00003F\\+01F600') || '%')",
        select.sql());
    assertEquals(List.of(), select.args());
  }
}
