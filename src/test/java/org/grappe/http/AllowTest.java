package org.grappe.http;

import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.grappe.testing.Api;
import org.grappe.testing.OpenApi;
import org.grappe.testing.OpenApi.Operation;
import org.grappe.testing.RawHttp;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each path takes: methods, types of body, and none that are encoded. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class AllowTest {
  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "TRACE", "QUERY");

  private OpenApi api;

  @BeforeEach
  void read() {
    api = OpenApi.served();
  }

  private Map<String, Set<String>> methods() {
    return api.operations()
        .collect(
            Collectors.groupingBy(
                Operation::path,
                Collectors.mapping(Operation::method, Collectors.toCollection(TreeSet::new))));
  }

  private String address(String path) {
    return api.operations()
        .filter(operation -> operation.path().equals(path))
        .map(api::address)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void every_path_allows_what_the_document_says_and_refuses_all_else() {
    List<String> surprises = new ArrayList<>();
    methods()
        .forEach(
            (path, methods) -> {
              if (methods.contains("GET")) {
                methods.add("HEAD");
              }
              methods.add("OPTIONS");
              String allowed = String.join(", ", methods);
              String address = address(path);
              Response options = Api.anyone().basePath("").options(address);
              if (options.statusCode() != 200 || !allowed.equals(options.header("Allow"))) {
                surprises.add("OPTIONS " + path + ": " + options.header("Allow"));
              }
              for (String method : METHODS) {
                Response answer = Api.anyone().basePath("").request(method, address);
                boolean isRefused = answer.statusCode() == 405;
                if (isRefused == methods.contains(method)
                    || (isRefused && !allowed.equals(answer.header("Allow")))) {
                  surprises.add(method + " " + path + answer.statusCode() + answer.header("Allow"));
                }
              }
            });
    assertEquals(List.of(), surprises);
  }

  @Test
  void the_formats_of_lists_are_read_and_nothing_else() {
    Api.anyone()
        .options("/clusters.csv")
        .then()
        .statusCode(200)
        .header("Allow", "GET, HEAD, OPTIONS");
    Api.anyone().post("/clusters.csv").then().statusCode(405).header("Allow", "GET, HEAD, OPTIONS");
    Api.anyone().options("/none").then().statusCode(404);
    Api.anyone().options("/clusters/a/none").then().statusCode(404);
  }

  @Test
  void every_operation_with_a_body_names_the_types_that_it_takes() {
    List<String> surprises = new ArrayList<>();
    api.operations()
        .filter(operation -> operation.node().has("requestBody"))
        .forEach(
            operation -> {
              String types =
                  api.content(operation.node().path("requestBody"))
                      .map(Map.Entry::getKey)
                      .collect(Collectors.joining(", "));
              String header = operation.method().equals("PATCH") ? "Accept-Patch" : "Accept-Post";
              Response answer =
                  Api.admin()
                      .basePath("")
                      .contentType("text/plain")
                      .header("If-Match", "*")
                      .body("{}")
                      .request(operation.method(), api.address(operation));
              Response options = Api.anyone().basePath("").options(api.address(operation));
              if (answer.statusCode() != 415
                  || !types.equals(answer.header(header))
                  || !types.equals(options.header(header))
                  || !answer.path("detail").toString().contains(types)) {
                surprises.add(operation + " " + types + answer.headers() + answer.asString());
              }
            });
    assertEquals(List.of(), surprises);
  }

  @Test
  void no_operation_takes_a_body_that_is_encoded() {
    List<String> surprises = new ArrayList<>();
    api.operations()
        .filter(operation -> operation.node().has("requestBody"))
        .forEach(
            operation -> {
              for (String coding : new String[] {"gzip", "deflate", "br", "x-own", "gzip, br"}) {
                Response answer =
                    Api.admin()
                        .basePath("")
                        .contentType(
                            api.content(operation.node().path("requestBody"))
                                .map(Map.Entry::getKey)
                                .findFirst()
                                .orElseThrow())
                        .header("Content-Encoding", coding)
                        .header("If-Match", "*")
                        .body("{}")
                        .request(operation.method(), api.address(operation));
                if (answer.statusCode() != 415
                    || !"identity".equals(answer.header("Accept-Encoding"))
                    || !answer.asString().contains("/problems/unsupported-media-type")) {
                  surprises.add(operation + coding + answer.statusCode() + answer.asString());
                }
              }
            });
    assertEquals(List.of(), surprises);
  }

  /** In every build: of filters without an order, each build had another. */
  @Test
  void an_unknown_parameter_is_told_before_the_coding_of_the_body() {
    Api.admin()
        .contentType("application/json")
        .header("Content-Encoding", "gzip")
        .queryParam("colour", "red")
        .body("{}")
        .post("/clusters")
        .then()
        .statusCode(400)
        .body("type", endsWith("/problems/unknown-parameter"));
  }

  @Test
  void a_body_without_a_type_is_read_as_what_is_taken_or_refused() {
    List<String> surprises = new ArrayList<>();
    api.operations()
        .filter(operation -> operation.node().has("requestBody"))
        .forEach(
            operation -> {
              for (String type : new String[] {"", "Content-Type:\r\n", "Content-Type: \t\r\n"}) {
                RawHttp.Answer answer =
                    RawHttp.sendText(
                        "%s %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nIf-Match: *\r\n%sContent-Length: 2\r\n\r\n[]"
                            .formatted(
                                operation.method(), api.address(operation), Api.ADMIN_KEY, type));
                if (!List.of(400, 415).contains(answer.status())) {
                  surprises.add(operation + type + answer);
                }
              }
            });
    assertEquals(List.of(), surprises);
  }

  @Test
  void pages_that_are_no_resources_are_read_alone() {
    for (String page : List.of("/openapi", "/openapi.json", "/docs", "/docs/", "/docs/guides/")) {
      for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
        Api.anyone()
            .basePath("")
            .request(method, page)
            .then()
            .statusCode(405)
            .header("Allow", "GET, HEAD, OPTIONS");
      }
      Api.anyone()
          .basePath("")
          .options(page)
          .then()
          .statusCode(200)
          .header("Allow", "GET, HEAD, OPTIONS");
      Api.anyone()
          .basePath("")
          .redirects()
          .follow(false)
          .get(page)
          .then()
          .statusCode(lessThan(400));
    }
    Api.anyone().basePath("").post("/docs/none").then().statusCode(404);
  }

  @Test
  void problems_take_no_parameters_that_they_do_not_know() {
    Api.anyone().basePath("").get("/problems?zzz=1").then().statusCode(400);
    Api.anyone().basePath("").get("/problems/not-found?zzz=1").then().statusCode(400);
  }
}
