package org.grappe.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.grappe.http.Formats;
import org.grappe.testing.Api;
import org.grappe.testing.Effort;
import org.grappe.testing.OpenApi;
import org.grappe.testing.OpenApi.Operation;
import org.grappe.testing.RealPostgres;
import org.grappe.testing.Scene;
import org.grappe.testing.Wire;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which type an answer has, whatever the request accepts. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class FormatsTest {
  private static final String PROBLEM = "application/problem+json";
  private static final List<String> ALIEN = List.of("text/html", "application/xml", "foo", ";;;");
  @Inject DataSource database;
  private OpenApi api;
  private int turn;

  @BeforeEach
  void read() {
    api = OpenApi.served();
  }

  private List<String> types(Operation operation) {
    return api.content(operation.node().at("/responses/200")).map(Map.Entry::getKey).toList();
  }

  private static HttpResponse<String> get(String address, String accepted) {
    return answer("GET", address, accepted, Api.ADMIN_KEY);
  }

  /** Nothing that is long is made for it. */
  private static HttpResponse<String> head(String address, String accepted) {
    return answer("HEAD", address, accepted, Api.ADMIN_KEY);
  }

  private static HttpResponse<String> answer(
      String method, String address, String accepted, String key) {
    return Wire.call(method, address).bearer(key).header("Accept", accepted).send();
  }

  private static String type(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Type").orElse("");
  }

  /** Every type that any GET answers, and some that none does. */
  private Set<String> everyType() {
    Set<String> all = new TreeSet<>(ALIEN);
    api.gets().map(this::types).forEach(all::addAll);
    return all;
  }

  /** Of them one in so many; the next answer is asked for with the next ones. */
  private List<String> accepted() {
    return everyType().stream().filter(type -> Effort.tries(turn++, 4)).toList();
  }

  private static void expectProblem(
      String call, HttpResponse<String> answer, List<String> surprises) {
    if (answer.statusCode() < 400
        || !PROBLEM.equals(type(answer))
        || !answer.body().startsWith("{\"type\":\"/problems/")) {
      surprises.add(call + " " + answer.statusCode() + type(answer) + answer.body());
    }
  }

  @Test
  void a_problem_is_JSON_whatever_is_accepted() {
    List<String> surprises = new ArrayList<>();
    for (String accepted : everyType()) {
      for (Operation operation : api.gets().toList()) {
        if (!Effort.tries(turn++, 4)) {
          continue;
        }
        String address = api.address(operation);
        String call = operation + " as " + accepted;
        expectProblem(call, get(address + "?no-such=1", accepted), surprises);
        expectProblem(call, get("/x" + address, accepted), surprises);
        expectProblem(call, answer("PUT", address, accepted, Api.ADMIN_KEY), surprises);
        expectProblem(call, answer("GET", address + "?on=x", accepted, "wrong"), surprises);
      }
    }
    assertEquals(List.of(), pruned(surprises));
  }

  /** The pages about the API take any query, and need no credential. */
  private static List<String> pruned(List<String> surprises) {
    return surprises.stream().filter(line -> !line.startsWith("GET /problems")).toList();
  }

  @Test
  void what_cannot_begin_is_a_problem_in_JSON_too() throws SQLException {
    Map<Operation, String> addresses =
        api.gets()
            .filter(operation -> operation.path().startsWith("/api/v1/"))
            .collect(
                Collectors.toMap(
                    operation -> operation, operation -> new Scene().address(operation)));
    List<String> surprises = new ArrayList<>();
    execute("alter schema public rename to hidden");
    try {
      addresses.forEach(
          (operation, address) ->
              types(operation)
                  .forEach(
                      type ->
                          expectProblem(operation + " as " + type, get(address, type), surprises)));
    } finally {
      execute("alter schema hidden rename to public");
    }
    assertEquals(List.of(), surprises);
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void no_parameter_of_accept_comes_back() {
    List<String> surprises = new ArrayList<>();
    for (Operation operation : api.gets().toList()) {
      String address = new Scene().address(operation);
      for (String type : types(operation)) {
        Set<String> answered =
            Stream.of("", ";q=0.9", ";charset=iso-8859-1", ";header=present;q=0.1")
                .map(parameters -> head(address, type + parameters + ", foo/bar;q=0.01"))
                .map(answer -> answer.statusCode() + " " + type(answer))
                .collect(Collectors.toCollection(TreeSet::new));
        String one = answered.iterator().next();
        boolean isFixed =
            answered.size() == 1
                && one.replaceFirst("(?i);charset=utf-8$", "").equals("200 " + type);
        if (!isFixed) {
          surprises.add(operation + " " + type + answered);
        }
      }
    }
    assertEquals(List.of(), surprises);
  }

  @Test
  void an_address_that_says_its_format_answers_in_it() {
    List<String> surprises = new ArrayList<>();
    for (Operation operation : api.gets().toList()) {
      String address = new Scene().address(operation);
      boolean says = operation.path().matches(".*\\.\\w+");
      Map<String, String> forms =
          says
              ? Map.of(address, types(operation).get(0))
              : types(operation).contains(Formats.CSV) && types(operation).size() > 1
                  ? Map.of(address + ".csv", Formats.CSV, address + ".ndjson", Formats.NDJSON)
                  : Map.of();
      forms.forEach(
          (form, type) -> {
            for (String accepted : accepted()) {
              HttpResponse<String> answer = head(form, accepted);
              if (answer.statusCode() != 200 || !type(answer).startsWith(type)) {
                surprises.add(form + " as " + accepted + answer.statusCode());
              }
            }
          });
    }
    assertEquals(List.of(), surprises);
  }

  @Test
  void the_closest_range_weighs_each_type_and_the_heaviest_is_answered() {
    List<String> surprises = new ArrayList<>();
    for (Operation operation : api.gets().toList()) {
      if (operation.path().matches(".*\\.\\w+")) {
        continue;
      }
      String address = new Scene().address(operation);
      List<String> all = types(operation);
      expect(address, "*/*;q=0", List.of(), surprises);
      for (String type : all) {
        String kind = type.substring(0, type.indexOf('/')) + "/*";
        List<String> alike = all.stream().filter(t -> t.startsWith(kind.replace("*", ""))).toList();
        List<String> unlike = all.stream().filter(t -> !alike.contains(t)).toList();
        expect(address, kind, alike, surprises);
        expect(address, kind + ";q=0, */*;q=0.3", unlike, surprises);
        expect(address, kind + ";q=0, " + type + ";q=0.001", List.of(type), surprises);
        expect(address, "*/*;q=0.1, " + type + ";q=0.5", List.of(type), surprises);
        List<String> others = all.stream().filter(t -> !t.equals(type)).toList();
        expect(address, type + ";q=0.0, *", others, surprises);
        others.forEach(
            other -> expect(address, other + ";q=.8, " + type, List.of(type), surprises));
      }
    }
    assertEquals(List.of(), surprises);
  }

  /** One of these types, or 406 where there is none. */
  private static void expect(
      String address, String accepted, List<String> types, List<String> surprises) {
    HttpResponse<String> answer = head(address, accepted);
    String type = type(answer).replaceFirst(";.*", "");
    boolean isRight =
        types.isEmpty()
            ? answer.statusCode() == 406
            : answer.statusCode() == 200 && types.contains(type);
    if (!isRight) {
      surprises.add(address + " as " + accepted + ": " + answer.statusCode() + " " + type);
    }
  }

  @Test
  void what_cannot_be_read_of_accept_accepts_nothing_and_breaks_nothing() {
    assertEquals(200, get("/api/v1/regions", " ").statusCode());
    assertEquals(200, get("/api/v1/regions", "*; q=.2, */*; q=.2").statusCode());
    assertTrue(type(get("/api/v1/regions", "text/csv, ;;;")).startsWith("text/csv"));
    assertEquals(406, get("/api/v1/regions", ";;;").statusCode());
  }
}
