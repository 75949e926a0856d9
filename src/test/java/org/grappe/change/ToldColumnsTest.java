package org.grappe.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.grappe.testing.OpenApi;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.Test;

/**
 * Copies tell of a record what answers tell of it: another column of its table is withheld, which
 * its file says where it keeps the history ({@code keep_history}).
 */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ToldColumnsTest {
  /** What an answer says otherwise, or by its address. */
  private static final Map<String, Set<String>> SAID_OTHERWISE =
      Map.of(
          "ballots", Set.of("merger"),
          "division_ballots", Set.of("division"),
          "events", Set.of("changed"),
          "registrations", Set.of("event"),
          "shares", Set.of("event", "requestedOn", "acceptedOn", "refusedOn", "answered", "until"));

  /** The columns of records as their tables have them, but those that are told to nobody. */
  private static final String TOLD =
      """
      select c.table_name, c.column_name
      from (
        select tgrelid::regclass::text as name,
          untold_columns(tgrelid::regclass::text) as untold
        from pg_trigger where tgname = 'write_history' offset 0) t
      join information_schema.columns c on c.table_schema = 'public' and c.table_name = t.name
      where c.column_name <> all (t.untold)""";

  @Inject DataSource database;

  @Test
  void a_copy_tells_of_a_record_what_answers_tell_and_nothing_else() throws SQLException {
    OpenApi api = OpenApi.served();
    List<String> unknown = new ArrayList<>();
    Set<String> tables = new TreeSet<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet columns = statement.executeQuery(TOLD)) {
      while (columns.next()) {
        String table = columns.getString(1);
        String member = RecordShape.member(columns.getString(2));
        tables.add(table);
        if (!members(api, table).contains(member)
            && !SAID_OTHERWISE.getOrDefault(table, Set.of()).contains(member)) {
          unknown.add(table + " " + member);
        }
      }
    }
    assertTrue(tables.size() > 15, tables + "");
    assertEquals(List.of(), unknown);
  }

  private static Set<String> members(OpenApi api, String table) {
    StringBuilder schema = new StringBuilder();
    for (String word : table.replaceFirst("^division_b", "b").replaceFirst("s$", "").split("_")) {
      schema.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
    }
    Set<String> members = new TreeSet<>();
    OpenApi.members(api.schema(schema.toString()).path("properties"))
        .forEach(member -> members.add(member.getKey()));
    return members;
  }
}
