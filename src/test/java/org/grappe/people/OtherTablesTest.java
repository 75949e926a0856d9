package org.grappe.people;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.grappe.database.Database;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.Test;

/** What an erasure looks through beside records. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class OtherTablesTest {
  private static final String NAME = "Aline Quenelloise-Verdurin";

  @Inject OtherTables others;
  @Inject Database database;

  @Test
  void a_name_that_is_to_be_taken_out_again_is_kept_until_then_and_counted_nowhere() {
    QuarkusTransaction.begin();
    try {
      database.change(
          "insert into repeated_erasures (id, person, at) values (?, ?, ?)",
          UUID.randomUUID(),
          NAME,
          Instant.now());
      assertEquals(0, others.scrub(new PersonName(NAME), false));
      assertEquals(
          1L,
          database
              .one(
                  "select count(*) from repeated_erasures where person = ?",
                  row -> row.getLong(1),
                  NAME)
              .orElseThrow());
    } finally {
      QuarkusTransaction.rollback();
    }
  }
}
