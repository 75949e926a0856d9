package org.grappe.database;

import static org.grappe.testing.Api.delete;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.Test;

/** What a deletion or a reversal asks is found, however large its table has grown. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class IndexTest {
  @Inject DataSource database;

  private List<String> rows(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var found = statement.executeQuery(sql)) {
      while (found.next()) {
        rows.add(found.getString(1));
      }
    }
    return rows;
  }

  /** Pages are weighed by it, see the listings. */
  @Test
  void every_document_is_stored_as_long_as_it_is() throws SQLException {
    String documents =
        """
        select format('%s of %s', a.attname, c.relname) from pg_attribute a
        join pg_class c on c.oid = a.attrelid and c.relkind = 'r'
        where c.relnamespace = current_schema()::regnamespace and a.atttypid = 'jsonb'::regtype
          and not a.attisdropped""";
    assertTrue(rows(documents).size() > 20, rows(documents).toString());
    assertEquals(List.of(), rows(documents + " and a.attstorage <> 'e'"));
  }

  /** A partial index serves where it holds all that refer: where the column is not null. */
  @Test
  void every_foreign_key_has_an_index_that_begins_with_its_column() throws SQLException {
    assertTrue(rows("select 1 from pg_constraint where contype = 'f'").size() > 70);
    assertEquals(
        List.of(),
        rows(
            """
            select format('%s of %s', k.conname, k.conrelid::regclass) from pg_constraint k
            join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
            where k.contype = 'f' and not exists (
              select from pg_index i
              where i.indrelid = k.conrelid and i.indisvalid and i.indkey[0] = k.conkey[1]
                and coalesce(pg_get_expr(i.indpred, i.indrelid), '')
                  in ('', format('(%I IS NOT NULL)', a.attname)))
            order by 1"""));
  }

  @Test
  void history_is_found_in_the_order_in_which_it_was_written() throws SQLException {
    assertEquals(
        List.of("ix_history_seq"),
        rows(
            """
            select indexrelid::regclass::text from pg_index i join pg_attribute a
              on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
            where i.indrelid = 'history'::regclass and a.attname = 'seq' and i.indpred is null"""));
  }

  @Test
  void a_college_that_has_members_says_who_they_are() {
    String cluster = make("/clusters", aCluster());
    String college = make("/clusters/" + cluster + "/colleges", Map.of("name", "Companies"));
    String membership =
        make(
            "/memberships",
            with(
                aMembership(cluster, make("/organisations", anOrganisation())),
                "from",
                "2016-01-01",
                "college",
                college));
    delete("/clusters/" + cluster + "/colleges/" + college)
        .statusCode(409)
        .body("type", equalTo("/problems/still-referenced"))
        .body("referredToBy.collection", equalTo("memberships"))
        .body("referredToBy.id", equalTo(membership));
  }
}
