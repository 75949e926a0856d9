package org.grappe.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.Test;

/** What follows from records goes with what it followed from. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class DerivedRowsTest {
  @Inject Database database;

  /** One that looks at the new row alone passes by what had rows before and has none now. */
  @Test
  void a_trigger_that_follows_a_change_asks_what_there_was_before() {
    List<String> following =
        database.all(
            """
            select pg_get_triggerdef(oid) from pg_trigger
            where tgname like 'sync%' and tgtype & 16 <> 0 and tgqual is not null order by 1""",
            row -> row.getString(1), List.of());
    assertTrue(following.size() > 10, following.toString());
    assertEquals(
        List.of(), following.stream().filter(trigger -> !trigger.contains("old.")).toList());
  }
}
