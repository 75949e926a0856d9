package org.grappe.testing;

import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.unique;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.aSource;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.grappe.testing.OpenApi.Operation;

/** One call of any operation, with a cluster and records that nothing else touches. */
public final class Scene {
  private final String cluster = make("/clusters", aCluster());
  private final String organisation = make("/organisations", anOrganisation());

  public String cluster() {
    return cluster;
  }

  /** The operation's answer to this caller. */
  public Response call(Operation operation, RequestSpecification caller) {
    return call(operation, address(operation), body(operation), caller);
  }

  /** The same with another body. */
  public Response call(
      Operation operation, String address, Object body, RequestSpecification caller) {
    RequestSpecification request = caller.basePath("").redirects().follow(false);
    return switch (operation.method()) {
      case "GET" -> request.get(address);
      case "DELETE" -> request.header("If-Match", "*").delete(address);
      case "PATCH" ->
          request
              .header("If-Match", "*")
              .contentType("application/merge-patch+json")
              .body(body)
              .patch(address);
      case "POST" ->
          request
              .contentType(body instanceof String ? "text/csv" : "application/json")
              .body(body)
              .post(address);
      default -> throw new IllegalArgumentException(operation.method());
    };
  }

  /** Where the operation is called: its record is made for it. */
  public String address(Operation operation) {
    String path =
        operation
            .path()
            .replace("{cluster}", cluster)
            .replace("{organisation}", organisation)
            .replace("{code}", "76")
            .replace("{type}", "not-found");
    if (path.contains("{merger}")) {
      path = path.replace("{merger}", record("/mergers"));
    }
    if (path.contains("{id}")) {
      String collection = path.substring(0, path.indexOf("/{id}"));
      path = path.replace("{id}", record(collection.replaceFirst("^/api/v1", "")));
    }
    return path.endsWith("/memberships/csv") ? path + "?cluster=" + cluster : path;
  }

  private String record(String collection) {
    return make(collection, newRecord(collection));
  }

  /** What the operation is told. */
  public Object body(Operation operation) {
    String path = operation.path().replaceFirst("^/api/v1", "");
    if (operation.method().equals("PATCH")) {
      return path.startsWith("/credentials")
          ? Map.of("name", unique("key"))
          : Map.of("remarks", unique("remark"));
    }
    return switch (path) {
      case "/memberships/csv" -> "name;from\n" + unique("Member") + ";2016-01-01\n";
      case "/mergers/{id}/postponement" -> Map.of("plannedFor", "2018-01");
      case "/mergers/{id}/abandonment" -> Map.of();
      case "/mergers/{id}/completion" ->
          Map.of("effectiveOn", "2018-01-01", "withoutBallots", true, "reason", "a test");
      case "/mergers/{id}/reversal" -> Map.of("reason", "a test");
      case "/people/erasure" -> Map.of("person", unique("person"));
      case "/clusters/{cluster}/dissolution" -> Map.of("on", "2016-01-01");
      default -> newRecord(path);
    };
  }

  private Map<String, Object> newRecord(String collection) {
    String noun = collection.substring(collection.lastIndexOf('/') + 1);
    Map<String, Object> body = new LinkedHashMap<>();
    return switch (noun) {
      case "sources" -> aSource();
      case "organisations" -> anOrganisation();
      case "clusters" -> aCluster();
      case "colleges" -> with(body, "name", unique("College"));
      case "mandates" -> with(body, "role", "OTHER", "from", "2016");
      case "offices" -> with(body, "city", unique("City"));
      case "memberships" -> with(aMembership(cluster, organisation), "from", "2016-01-01");
      case "credentials" -> with(body, "name", unique("key"), "role", "PARTNER");
      case "mergers" ->
          with(
              body,
              "parties",
              List.of(cluster, make("/clusters", aCluster())),
              "result",
              make("/clusters", aCluster()));
      case "ballots" ->
          with(
              body,
              "party",
              cluster,
              "assembly",
              Map.of("kind", "EXTRAORDINARY", "plannedFor", "2017-12"));
      case "figures" ->
          with(
              body,
              "subject",
              Map.of("cluster", cluster),
              "metric",
              "MEMBERS",
              "value",
              1,
              "asOf",
              "2016",
              "sources",
              List.of());
      default -> Map.of();
    };
  }
}
