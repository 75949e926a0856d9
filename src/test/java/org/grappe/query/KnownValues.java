package org.grappe.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.grappe.testing.OpenApi;

/** What parameters may say, as the made-up registry has it: the benchmark asks for the same. */
final class KnownValues {
  private static final String API = "/api/v1/";
  private final JsonNode queries;
  private final Connection database;

  KnownValues(Connection database) throws IOException {
    this.queries = OpenApi.json(Files.readString(Path.of("bench/values.json")));
    this.database = database;
  }

  /** Some values of a parameter. */
  List<String> of(String parameter) throws SQLException {
    JsonNode query = queries.path("parameters").path(parameter);
    if (query.isMissingNode()) {
      throw new AssertionError("bench/values.json has no value of " + parameter);
    }
    return rows(query.asText()).stream().map(row -> row.get(0)).toList();
  }

  /** The addresses of some records that a path stands for. */
  List<String> addresses(String path) throws SQLException {
    if (!path.contains("{")) {
      return List.of(path);
    }
    String below = path.substring(API.length());
    String record =
        OpenApi.members(queries.path("records"))
            .map(member -> member.getKey())
            .filter(known -> below.equals(known) || below.startsWith(known + "/"))
            .max(Comparator.comparing(String::length))
            .orElseThrow(() -> new AssertionError("bench/values.json has no record of " + path));
    return rows(queries.path("records").path(record).asText()).stream()
        .map(row -> filled(path, row))
        .toList();
  }

  private static String filled(String path, List<String> row) {
    String address = path;
    for (String value : row) {
      address = address.replaceFirst("\\{\\w+}", URLEncoder.encode(value, UTF_8));
    }
    return address;
  }

  private List<List<String>> rows(String query) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet row =
            statement.executeQuery(query.replace("{largest}", queries.path("largest").asText()))) {
      while (row.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          values.add(row.getString(i));
        }
        rows.add(values);
      }
    }
    return rows;
  }
}
