package org.grappe.testing;

import static org.grappe.testing.Api.unique;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aConvention;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.anEvent;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.grappe.testing.OpenApi.Operation;

/** What a crowd says to the records on its stage. */
final class StageBodies {
  private final Stage stage;

  StageBodies(Stage stage) {
    this.stage = stage;
  }

  /** What an operation is told. */
  Object of(Operation operation, Random random) {
    String path = operation.path().replaceFirst("^/api/v1/", "");
    String last = path.substring(path.lastIndexOf('/') + 1);
    if (operation.method().equals("PATCH")) {
      return patch(path, random);
    }
    return switch (last) {
      case "csv" ->
          "cluster;name;from\n"
              + (stage.cluster(random) + ";" + unique("M") + ";2016-01-01\n").repeat(3);
      case "scdl" ->
          "idAttribuant;dateConvention;idBeneficiaire;objet;montant\n%s;2016-01-01;%s;%s;100\n"
              .formatted(Subsidies.siret(Records.aSiren()), Records.aSiren(), unique("purpose"));
      case "ics" -> calendar(random);
      case "completion" ->
          path.startsWith("divisions")
              ? Map.of("effectiveOn", "2018-01-01", "withoutBallots", true, "reason", "a test")
              : with(
                  new LinkedHashMap<>(),
                  "effectiveOn",
                  "2018-01-01",
                  "withoutBallots",
                  true,
                  "reason",
                  "a test",
                  "unmappedColleges",
                  "CONTINUE_WITHOUT");
      case "correction" ->
          Map.of(
              "effectiveOn",
              LocalDate.of(2018, 1, 1).plusDays(random.nextInt(60)).toString(),
              "reason",
              "a test");
      case "reversal" -> Map.of("reason", "a test");
      // few, for who has become another is a member no more
      case "succession" ->
          Map.of(
              "successor",
              stage.id("organisations", random),
              "on",
              LocalDate.of(2018, 1, 1).plusDays(random.nextInt(2000)).toString(),
              "kind",
              random.nextInt(4) == 0 ? "ABSORBED" : "x");
      case "postponement" -> Map.of("on", "2018-01", "plannedFor", "2019-01");
      // most of them stay for the mergers
      case "dissolution" ->
          random.nextInt(3) == 0 ? Map.of("on", "2018-01-01") : Map.of("on", "18");
      case "cancellation", "acceptance", "refusal", "abandonment", "reinstatement" -> Map.of();
      case "steps" ->
          path.startsWith("mergers")
              ? Map.of("kind", "POSTPONED", "on", "2017", "plannedFor", "2018")
              : record(last, random);
      default -> record(last, random);
    };
  }

  private Map<String, Object> patch(String path, Random random) {
    if (path.startsWith("credentials") || path.startsWith("organisations/{id}")) {
      return Map.of("name", unique("Renamed"));
    }
    if (path.startsWith("mergers/{merger}/steps")) {
      return Map.of("reason", unique("reason"));
    }
    if (path.startsWith("webhooks")) {
      return Map.of("description", unique("description"));
    }
    if (path.startsWith("events") && path.contains("/occurrences")) {
      return Map.of("venue", unique("venue"));
    }
    if (path.equals("memberships/{id}") && random.nextBoolean()) {
      return Map.of("cluster", stage.cluster(random));
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

  Map<String, Object> record(String noun, Random random) {
    Map<String, Object> body = new LinkedHashMap<>();
    return switch (noun) {
      case "sources" -> Records.aSource();
      case "organisations" -> anOrganisation();
      case "clusters" -> with(aCluster(), "foundedOn", "2000");
      case "transitions" ->
          with(body, "on", String.valueOf(2001 + random.nextInt(20)), "name", unique("Renamed"));
      case "colleges" -> with(body, "name", unique("College"));
      case "mandates" -> with(body, "role", "OTHER", "from", "2016");
      case "offices" -> with(body, "city", unique("City"));
      case "memberships" ->
          with(
              aMembership(stage.cluster(random), stage.id("organisations", random)),
              "from",
              LocalDate.of(2001, 1, 1).plusDays(random.nextInt(5000)).toString(),
              "until",
              LocalDate.of(2020, 1, 1).plusDays(random.nextInt(5000)).toString());
      case "conventions" -> aConvention(stage.pair(random).toArray(String[]::new));
      case "events" ->
          random.nextInt(3) == 0
              ? with(
                  anEvent(stage.cluster(random)),
                  "startsOn",
                  "2030-01-08",
                  "recurrence",
                  "FREQ=WEEKLY;COUNT=3")
              : with(
                  anEvent(stage.cluster(random)),
                  "scope",
                  "REGIONAL",
                  "startsOn",
                  "2030-01-08",
                  "capacity",
                  5);
      case "shares" -> with(body, "cluster", stage.cluster(random));
      case "registrations" ->
          with(
              body,
              "organisation",
              stage.id("organisations", random),
              "places",
              1 + random.nextInt(2));
      case "credentials" -> with(body, "name", unique("key"), "role", "PARTNER");
      case "webhooks" -> with(body, "address", "https://" + unique("receiver") + ".invalid/");
      case "mergers" -> {
        List<String> parties = stage.pair(random);
        yield with(body, "parties", parties, "result", parties.get(0));
      }
      case "divisions" -> {
        List<String> both = stage.pair(random);
        yield with(
            body, "cluster", both.get(0), "kind", "SPIN_OFF", "results", List.of(both.get(1)));
      }
      case "ballots" ->
          with(
              body,
              "party",
              stage.cluster(random),
              "assembly",
              Map.of("kind", "EXTRAORDINARY", "plannedFor", "2017-12"));
      case "programmes" ->
          with(body, "name", unique("Programme"), "leads", List.of(stage.cluster(random)));
      case "subsidy-lines" ->
          with(
              body,
              "beneficiary",
              Map.of("cluster", stage.cluster(random)),
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
              Map.of("cluster", stage.cluster(random)),
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
