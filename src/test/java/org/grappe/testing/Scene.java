package org.grappe.testing;

import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.unique;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aConvention;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.aSiren;
import static org.grappe.testing.Records.aSource;
import static org.grappe.testing.Records.anEvent;
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
  private static final Map<String, Object> COMPLETION =
      Map.of("effectiveOn", "2018-01-01", "withoutBallots", true, "reason", "a test");

  private final String siren = aSiren();
  private final String cluster = make("/clusters", with(aCluster(), "siren", siren));
  private String organisation;
  private String partner;

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
      case "POST" -> request.contentType(Wire.type(operation, body)).body(body).post(address);
      default -> throw new IllegalArgumentException(operation.method());
    };
  }

  /** Where the operation is called: its record is made for it. */
  public String address(Operation operation) {
    String path =
        withEvent(operation.path())
            .replace("{cluster}", cluster)
            .replace("{code}", "76")
            .replace("{type}", "not-found");
    if (path.endsWith("/dissolution/reversal")) {
      Api.post("/clusters/" + cluster + "/dissolution", Map.of("on", "2016-01-01")).statusCode(200);
    }
    if (path.contains("{organisation}")) {
      if (path.endsWith("/succession/reversal")) {
        Api.post("/organisations/" + organisation() + "/succession", succession()).statusCode(200);
      }
      path = path.replace("{organisation}", organisation());
    }
    if (path.contains("{merger}")) {
      path = path.replace("{merger}", record("/mergers"));
    }
    if (path.contains("{division}")) {
      path = path.replace("{division}", record("/divisions"));
    }
    if (path.contains("{line}")) {
      path = path.replace("{line}", record("/subsidy-lines"));
    }
    if (path.contains("{webhook}")) {
      String webhook = record("/webhooks");
      path = path.replace("{webhook}", webhook).replace("{id}", challengeOf(webhook));
    }
    if (path.contains("{id}")) {
      String collection = path.substring(0, path.indexOf("/{id}"));
      String id = record(collection.replaceFirst("^/api/v1", ""));
      if (path.endsWith("/mergers/{id}/reversal") || path.endsWith("/mergers/{id}/correction")) {
        Api.post("/mergers/" + id + "/completion", COMPLETION).statusCode(200);
      }
      if (path.matches(".*/divisions/\\{id}/(completion|preview|correction|reversal)")) {
        Api.patch("/divisions/" + id, Map.of("results", List.of(partner()))).statusCode(200);
      }
      if (path.matches(".*/divisions/\\{id}/(correction|reversal)")) {
        Api.post("/divisions/" + id + "/completion", COMPLETION).statusCode(200);
      }
      if (path.endsWith("/events/{id}/reinstatement")) {
        Api.post("/events/" + id + "/cancellation", Map.of()).statusCode(200);
      }
      path = path.replace("{id}", id);
    }
    if (path.endsWith("/events/ics")) {
      return path + "?host=" + cluster;
    }
    return path.endsWith("/memberships/csv") ? path + "?cluster=" + cluster : path;
  }

  /** A share is answered by the scene's cluster, and asked for by it. */
  private String withEvent(String path) {
    if (path.contains("/{event}/shares/{cluster}")) {
      String event = eventOf(partner());
      make("/events/" + event + "/shares", Map.of("cluster", cluster));
      return path.replace("{event}", event);
    }
    return path.contains("/occurrences/{date}")
        ? path.replace("{id}", make("/events", recurring())).replace("{date}", "2030-01-08")
        : path.replace("{event}", path.contains("{event}") ? eventOf(cluster) : "");
  }

  private static Map<String, Object> succession() {
    return Map.of(
        "successor",
        make("/organisations", anOrganisation()),
        "on",
        "2018-01-01",
        "kind",
        "CONVERTED");
  }

  /** Another cluster, with which the scene's has a convention on events. */
  private String partner() {
    if (partner == null) {
      partner = make("/clusters", aCluster());
      make("/conventions", aConvention(cluster, partner));
    }
    return partner;
  }

  /** A member of its cluster, wherever the operation is about one. */
  public String organisation() {
    if (organisation == null) {
      organisation = make("/organisations", anOrganisation());
    }
    return organisation;
  }

  private static String eventOf(String host) {
    return make(
        "/events", with(anEvent(host), "startsOn", "2030-01-08", "registrationsOpen", true));
  }

  private Map<String, Object> recurring() {
    return with(anEvent(cluster), "startsOn", "2030-01-08", "recurrence", "FREQ=WEEKLY;COUNT=3");
  }

  private String record(String collection) {
    if (collection.endsWith("/periods")) {
      return aPeriod(collection.substring(0, collection.lastIndexOf('/')));
    }
    return collection.equals("/imports") ? anImport() : make(collection, newRecord(collection));
  }

  /** One that a change began. */
  private static String aPeriod(String record) {
    return Api.post(record + "/transitions", Map.of("on", "2017", "name", unique("Name")))
        .statusCode(200)
        .extract()
        .path("periods[1].id");
  }

  /** Its first delivery. */
  private static String challengeOf(String webhook) {
    return Wire.json(
            Wire.call("GET", "/api/v1/webhooks/" + webhook + "/deliveries").bearer(Api.ADMIN_KEY),
            200)
        .at("/items/0/id")
        .textValue();
  }

  /** One that has enough to do not to be over at once. */
  private static String anImport() {
    String file = "nomAttribuant\n" + ("A".repeat(50) + "\n").repeat(30_000);
    return Wire.json(
            Wire.call("POST", "/api/v1/subsidy-lines/scdl?dryRun=true", "text/csv", file)
                .bearer(Api.ADMIN_KEY),
            202)
        .path("id")
        .textValue();
  }

  /** What the operation is told. */
  public Object body(Operation operation) {
    String path = operation.path().replaceFirst("^/api/v1", "");
    if (operation.method().equals("PATCH")) {
      if (path.startsWith("/webhooks")) {
        return Map.of("description", unique("description"));
      }
      if (path.startsWith("/mergers/{merger}/steps")) {
        return Map.of("reason", unique("reason"));
      }
      return path.startsWith("/credentials") || path.contains("/periods/")
          ? Map.of("name", unique("key"))
          : Map.of(path.contains("/occurrences/") ? "venue" : "remarks", unique("remark"));
    }
    return switch (path) {
      case "/events/ics" -> "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n";
      case "/memberships/csv" -> "name;from\n" + unique("Member") + ";2016-01-01\n";
      case "/subsidy-lines/scdl" ->
          "idAttribuant;dateConvention;idBeneficiaire;objet;montant\n%s;2016-01-01;%s;%s;100\n"
              .formatted(Subsidies.siret(aSiren()), siren, unique("purpose"));
      case "/mergers/{id}/postponement", "/divisions/{id}/postponement" ->
          Map.of("on", "2017-01", "plannedFor", "2018-01");
      case "/mergers/{id}/abandonment", "/divisions/{id}/abandonment" -> Map.of();
      case "/mergers/{id}/completion", "/divisions/{id}/completion" -> COMPLETION;
      case "/mergers/{id}/correction", "/divisions/{id}/correction" ->
          Map.of("effectiveOn", "2018-02-01", "reason", "a test");
      case "/mergers/{id}/reversal",
          "/divisions/{id}/reversal",
          "/organisations/{organisation}/succession/reversal" ->
          Map.of("reason", "a test");
      case "/organisations/{organisation}/succession" -> succession();
      case "/people/erasure" -> Map.of("person", unique("person"));
      case "/clusters/{cluster}/dissolution/reversal", "/events/{id}/reinstatement" ->
          Map.of("reason", "a test");
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
      // two, so that it changes something whichever is left out
      case "transitions" ->
          with(body, "on", "2017", "name", unique("Name"), "city", unique("City"));
      case "colleges" -> with(body, "name", unique("College"));
      case "mandates" -> with(body, "role", "OTHER", "from", "2016");
      case "offices" -> with(body, "city", unique("City"));
      case "memberships" -> with(aMembership(cluster, organisation()), "from", "2016-01-01");
      case "conventions" -> aConvention(cluster, make("/clusters", aCluster()));
      case "events" -> anEvent(cluster);
      case "shares" -> with(body, "cluster", partner());
      case "registrations" -> with(body, "organisation", organisation(), "places", 1);
      case "credentials" -> with(body, "name", unique("key"), "role", "PARTNER");
      // nobody is there
      case "webhooks" -> with(body, "address", "https://" + unique("receiver") + ".invalid/");
      case "mergers" ->
          with(body, "parties", List.of(cluster, make("/clusters", aCluster())), "result", cluster);
      case "divisions" -> with(body, "cluster", cluster, "kind", "SPIN_OFF");
      case "ballots" ->
          with(
              body,
              "party",
              cluster,
              "assembly",
              Map.of("kind", "EXTRAORDINARY", "plannedFor", "2017-12"));
      case "programmes" -> with(body, "name", unique("Programme"), "leads", List.of(cluster));
      case "subsidy-lines" ->
          with(
              body,
              "beneficiary",
              Map.of("cluster", cluster),
              "purpose",
              unique("purpose"),
              "amount",
              Map.of("amount", 1000),
              "steps",
              List.of(Map.of("status", "VOTED", "on", "2016")));
      case "steps" ->
          collection.startsWith("/mergers")
              ? with(body, "kind", "POSTPONED", "on", "2017", "plannedFor", "2018")
              : with(body, "status", "AGREED", "on", "2017");
      case "payments" -> with(body, "on", "2017-01-01", "amount", Map.of("amount", 10));
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
