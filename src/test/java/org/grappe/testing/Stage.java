package org.grappe.testing;

import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.unique;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aConvention;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.anEvent;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;

import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grappe.testing.OpenApi.Operation;

/** The records that a crowd acts on, the newest of each collection, and what it says to them. */
final class Stage {
  /** So few of a collection are acted on that writers meet. */
  private static final int FEW = 12;

  private static final Pattern PLACE = Pattern.compile("^(.*?)\\{(\\w+)}(.*)$");
  private final Map<String, List<String>> addresses = new ConcurrentHashMap<>();

  /** The first records. */
  void fill() {
    Random random = new Random(1);
    for (int i = 0; i < 6; i++) {
      put("/clusters", with(aCluster(), "foundedOn", "2000"));
      put("/organisations", anOrganisation());
    }
    for (String collection : List.of("/conventions", "/events", "/mergers", "/memberships")) {
      for (int i = 0; i < 6; i++) {
        put(collection, record(collection.substring(1), random));
      }
    }
  }

  private String put(String collection, Map<String, Object> body) {
    String address = "/api/v1" + collection + "/" + make(collection, body);
    keep("/api/v1" + collection, address);
    return address;
  }

  private void keep(String collection, String address) {
    List<String> all = addresses.computeIfAbsent(collection, c -> new CopyOnWriteArrayList<>());
    all.add(address);
    if (all.size() > FEW) {
      all.remove(0);
    }
  }

  /** Keeps what was made, and forgets what is no more. */
  void note(Operation operation, String address, Response answer) {
    String made = answer.header("Location");
    if (answer.statusCode() == 201 && made != null) {
      keep(template(operation.path()), made.replaceFirst("^https?://[^/]+", ""));
    } else if (answer.statusCode() == 204 || answer.statusCode() == 404) {
      addresses.values().forEach(all -> all.remove(address));
    }
  }

  /** Where an operation is called, on a record that is there; none where there is none yet. */
  Optional<String> address(String template, Random random) {
    Matcher place = PLACE.matcher(template);
    if (!place.matches()) {
      return Optional.of(template + (template.endsWith("/ics") ? "?host=" + cluster(random) : ""));
    }
    if (place.group(2).equals("date")) {
      return address(
          place.group(1) + LocalDate.of(2030, 1, 8).plusWeeks(random.nextInt(3)) + place.group(3),
          random);
    }
    String collection = place.group(1).replaceFirst("/$", "");
    return any(collection, random)
        .flatMap(
            one ->
                address(
                    // what stands further on belongs to this very record
                    one + place.group(3), random));
  }

  /** The records of a collection, that of an owner too. */
  private Optional<String> any(String collection, Random random) {
    List<String> all =
        addresses.getOrDefault(template(collection), List.of()).stream()
            .filter(one -> one.startsWith(collection + "/"))
            .toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
  }

  /** A collection without the ids of its owners. */
  private static String template(String path) {
    return path.replaceAll("\\{\\w+}|[0-9a-f]{8}-[0-9a-f-]{27}", "_");
  }

  private String id(String collection, Random random) {
    String address =
        any("/api/v1/" + collection, random)
            .orElseGet(() -> put("/" + collection, record(collection, random)));
    return address.substring(address.lastIndexOf('/') + 1);
  }

  private String cluster(Random random) {
    return id("clusters", random);
  }

  private List<String> pair(Random random) {
    String one = cluster(random);
    String other = cluster(random);
    return one.equals(other) ? pair(random) : List.of(one, other);
  }

  /** What an operation is told. */
  Object body(Operation operation, Random random) {
    String path = operation.path().replaceFirst("^/api/v1/", "");
    String last = path.substring(path.lastIndexOf('/') + 1);
    if (operation.method().equals("PATCH")) {
      return patch(path, random);
    }
    return switch (last) {
      case "csv" ->
          "cluster;name;from\n" + (cluster(random) + ";" + unique("M") + ";2016-01-01\n").repeat(3);
      case "scdl" ->
          "idAttribuant;dateConvention;idBeneficiaire;objet;montant\n%s;2016-01-01;%s;%s;100\n"
              .formatted(Subsidies.siret(Records.aSiren()), Records.aSiren(), unique("purpose"));
      case "ics" -> calendar(random);
      case "completion" ->
          with(
              new LinkedHashMap<>(),
              "effectiveOn",
              "2018-01-01",
              "withoutBallots",
              true,
              "reason",
              "a test",
              "unmappedColleges",
              "CONTINUE_WITHOUT");
      case "reversal" -> Map.of("reason", "a test");
      case "postponement" -> Map.of("plannedFor", "2019-01");
      // most of them stay for the mergers
      case "dissolution" ->
          random.nextInt(3) == 0 ? Map.of("on", "2018-01-01") : Map.of("on", "18");
      case "cancellation", "acceptance", "refusal", "abandonment" -> Map.of();
      default -> record(last, random);
    };
  }

  private Map<String, Object> patch(String path, Random random) {
    if (path.startsWith("credentials") || path.startsWith("organisations/{id}")) {
      return Map.of("name", unique("Renamed"));
    }
    if (path.startsWith("events") && path.contains("/occurrences")) {
      return Map.of("venue", unique("venue"));
    }
    if (path.equals("memberships/{id}") && random.nextBoolean()) {
      return Map.of("cluster", cluster(random));
    }
    return path.equals("events/{id}") && random.nextBoolean()
        ? Map.of("startsOn", LocalDate.of(2030, 1, 8).plusDays(random.nextInt(30)).toString())
        : Map.of("remarks", unique("remark"));
  }

  private static String calendar(Random random) {
    return """
        BEGIN:VCALENDAR
        VERSION:2.0
        BEGIN:VEVENT
        UID:crowd-%d@example.org
        DTSTAMP:20250101T000000Z
        DTSTART;VALUE=DATE:203001%02d
        SUMMARY:%s
        END:VEVENT
        END:VCALENDAR
        """
        .formatted(random.nextInt(20), 1 + random.nextInt(28), unique("Event"));
  }

  private Map<String, Object> record(String noun, Random random) {
    Map<String, Object> body = new LinkedHashMap<>();
    return switch (noun) {
      case "sources" -> Records.aSource();
      case "organisations" -> anOrganisation();
      case "clusters" -> with(aCluster(), "foundedOn", "2000");
      case "colleges" -> with(body, "name", unique("College"));
      case "mandates" -> with(body, "role", "OTHER", "from", "2016");
      case "offices" -> with(body, "city", unique("City"));
      case "memberships" ->
          with(
              aMembership(cluster(random), id("organisations", random)),
              "from",
              LocalDate.of(2001, 1, 1).plusDays(random.nextInt(5000)).toString(),
              "until",
              LocalDate.of(2020, 1, 1).plusDays(random.nextInt(5000)).toString());
      case "conventions" -> aConvention(pair(random).toArray(String[]::new));
      case "events" ->
          random.nextInt(3) == 0
              ? with(
                  anEvent(cluster(random)),
                  "startsOn",
                  "2030-01-08",
                  "recurrence",
                  "FREQ=WEEKLY;COUNT=3")
              : with(
                  anEvent(cluster(random)),
                  "scope",
                  "REGIONAL",
                  "startsOn",
                  "2030-01-08",
                  "capacity",
                  5);
      case "shares" -> with(body, "cluster", cluster(random));
      case "registrations" ->
          with(body, "organisation", id("organisations", random), "places", 1 + random.nextInt(2));
      case "credentials" -> with(body, "name", unique("key"), "role", "PARTNER");
      case "mergers" -> {
        List<String> parties = pair(random);
        yield with(body, "parties", parties, "result", parties.get(0));
      }
      case "ballots" ->
          with(
              body,
              "party",
              cluster(random),
              "assembly",
              Map.of("kind", "EXTRAORDINARY", "plannedFor", "2017-12"));
      case "programmes" ->
          with(body, "name", unique("Programme"), "leads", List.of(cluster(random)));
      case "subsidy-lines" ->
          with(
              body,
              "beneficiary",
              Map.of("cluster", cluster(random)),
              "purpose",
              unique("purpose"),
              "amount",
              Map.of("amount", 1000),
              "steps",
              List.of(Map.of("status", "VOTED", "on", "2016")));
      case "steps" -> with(body, "status", "AGREED", "on", "2017");
      case "payments" -> with(body, "on", "2017-01-01", "amount", Map.of("amount", 10));
      case "figures" ->
          with(
              body,
              "subject",
              Map.of("cluster", cluster(random)),
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
