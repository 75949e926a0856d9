package org.grappe.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.grappe.testing.OpenApi;
import org.grappe.testing.Thorough;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** The data of one server in another one, as a dump of them that is read in there. */
@Thorough
class RestoredElsewhereIT {
  @TempDir Path directory;

  @Test
  void a_place_of_before_is_gone_and_whoever_begins_anew_misses_nothing() throws Exception {
    try (OwnDatabase old = OwnDatabase.started();
        OwnDatabase fresh = OwnDatabase.started()) {
      String cursor;
      List<String> before;
      try (PackagedService service = old.service(directory.resolve("old"), Map.of())) {
        Instances instance = new Instances(List.of(service.api()), OwnDatabase.KEY);
        organisation(instance, "Before");
        cursor = instance.get("/changes?after=now").body();
        before = RandomFollower.lines(instance.text("/export"));
      }
      fresh.service(directory.resolve("empty"), Map.of()).close();
      copy(old, fresh);
      try (PackagedService service = fresh.service(directory.resolve("fresh"), Map.of())) {
        Instances instance = new Instances(List.of(service.api()), OwnDatabase.KEY);
        assertEquals(
            410,
            instance.status("/changes?after=" + OpenApi.json(cursor).path("nextCursor").asText()));
        HttpResponse<String> export = instance.get("/export");
        assertEquals(before, RandomFollower.lines(export.body()));
        String place =
            export.headers().allValues("Link").stream()
                .filter(link -> link.endsWith("rel=\"changes\""))
                .map(link -> link.substring(link.indexOf("after="), link.indexOf('>')))
                .findFirst()
                .orElseThrow();
        String id = organisation(instance, "After");
        String told = instance.text("/changes?" + place);
        assertEquals(
            id, OpenApi.json(told).path("items").path(0).path("id").asText(), "what is new alone");
        assertEquals(1, OpenApi.json(told).path("items").size());
      }
    }
  }

  private static String organisation(Instances instance, String name) {
    String id =
        instance.make("/organisations", "{\"name\": \"" + name + "\", \"kind\": \"COMPANY\"}");
    assertTrue(id != null);
    return id;
  }

  /** All rows and sequences, past triggers, as pg_restore --disable-triggers has them. */
  private static void copy(OwnDatabase from, OwnDatabase to) throws Exception {
    try (Connection source = from.connect();
        Connection target = to.connect();
        Statement statement = target.createStatement()) {
      statement.execute("set session_replication_role = replica");
      List<String> tables =
          names(source, "select relname from pg_class where relkind = 'r' and relnamespace = ");
      statement.execute("truncate " + String.join(", ", tables) + " cascade");
      for (String table : tables) {
        copy(source, target, table);
      }
      for (String sequence :
          names(source, "select relname from pg_class where relkind = 'S' and relnamespace = ")) {
        statement.execute(
            "select setval('%s', %s)"
                .formatted(sequence, from.text("select last_value from " + sequence)));
      }
    }
  }

  private static void copy(Connection source, Connection target, String table)
      throws SQLException, IOException {
    ByteArrayOutputStream rows = new ByteArrayOutputStream();
    copies(source).copyOut("copy " + table + " to stdout", rows);
    copies(target)
        .copyIn("copy " + table + " from stdin", new ByteArrayInputStream(rows.toByteArray()));
  }

  private static CopyManager copies(Connection connection) throws SQLException {
    return connection.unwrap(PGConnection.class).getCopyAPI();
  }

  private static List<String> names(Connection connection, String sql) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(sql + "current_schema()::regnamespace order by relname")) {
      while (rows.next()) {
        names.add('"' + rows.getString(1) + '"');
      }
    }
    return names;
  }
}
