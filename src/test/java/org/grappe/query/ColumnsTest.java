package org.grappe.query;

import static org.grappe.testing.Api.admin;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grappe.testing.OpenApi;
import org.grappe.testing.OpenApi.Operation;
import org.grappe.testing.RealPostgres;
import org.grappe.testing.Scene;
import org.junit.jupiter.api.Test;

/** A table that gets another column while the service runs on. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ColumnsTest {
  @Inject AgroalDataSource database;

  @Test
  void every_answer_is_the_same_after_another_instance_has_migrated() throws SQLException {
    List<String> addresses = addresses();
    Map<String, String> before = answers(addresses);
    List<String> tables = tables();
    assertTrue(tables.size() > 20, tables + "");
    try {
      alter(tables, "add column if not exists moved_in text not null default 'shifted'");
      before.forEach((address, answer) -> assertEquals(answer, answer(address), address));
    } finally {
      alter(tables, "drop column if exists moved_in");
    }
    before.forEach((address, answer) -> assertEquals(answer, answer(address), address));
  }

  /** Those of a table that the service makes for itself stay as it made them. */
  @Test
  void no_statement_takes_all_columns_of_a_table_whichever_they_are() throws Exception {
    String tables = String.join("|", tables());
    List<String> surprises = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
        String text = Files.readString(file);
        Matcher star = Pattern.compile("(?<=[\\s,(\"])(\\w+)\\.\\*(?=[\\s,)\"])").matcher(text);
        while (star.find()) {
          String table = "\\b(from|join)\\s+(" + tables + ")\\s+(as\\s+)?" + star.group(1) + "\\b";
          if (Pattern.compile(table).matcher(text).find()) {
            surprises.add(file + " " + star.group());
          }
        }
        Matcher all = Pattern.compile("select\\s+\\*\\s+from\\s+(" + tables + ")\\b").matcher(text);
        while (all.find()) {
          surprises.add(file + " " + all.group());
        }
      }
    }
    assertEquals(List.of(), surprises);
  }

  /** Of every operation that reads, one that finds something; as of now and as it was known. */
  private static List<String> addresses() {
    List<String> addresses = new ArrayList<>();
    OpenApi document = OpenApi.served();
    for (Operation operation : document.gets().toList()) {
      // an import goes on meanwhile, a credential is used
      if (!operation.path().startsWith("/api/v1/")
          // copies and changes tell what a table has, whatever it is
          || operation.path().matches(".*/(changes|export)")
          || operation.path().matches(".*/(imports|credentials)\\b.*")) {
        continue;
      }
      String address = new Scene().address(operation);
      addresses.add(address);
      if (document
          .parameters(operation)
          .anyMatch(it -> it.path("name").asText().equals("knownAt"))) {
        addresses.add(address + "?knownAt=" + Instant.now());
      }
    }
    return addresses;
  }

  private static Map<String, String> answers(List<String> addresses) {
    Map<String, String> answers = new LinkedHashMap<>();
    addresses.forEach(address -> answers.put(address, answer(address)));
    assertTrue(answers.values().stream().filter(answer -> answer.contains("\"id\"")).count() > 40);
    return answers;
  }

  /** The lines of a file without an order may come in another one. */
  private static String answer(String address) {
    String answer = admin().basePath("").get(address).asString();
    return address.endsWith("/scdl") ? sorted(answer) : answer;
  }

  private static String sorted(String lines) {
    return lines.lines().sorted().collect(Collectors.joining("\n"));
  }

  private List<String> tables() throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select relname from pg_class where relkind = 'r'"
                    + " and relnamespace = 'public'::regnamespace"
                    + " and relname not like 'flyway%'")) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }

  private void alter(List<String> tables, String how) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String table : tables) {
        statement.execute("alter table \"" + table + "\" " + how);
      }
    }
  }
}
