package org.grappe.membership;

import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aSiren;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.grappe.testing.Effort;
import org.grappe.testing.ImportedFiles;
import org.grappe.testing.LeavesMuch;
import org.grappe.testing.Members;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A cluster's members from a spreadsheet. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@LeavesMuch
class MemberFileTest {
  private String cluster;

  @BeforeEach
  void a_cluster_founded_in_2015() {
    cluster = make("/clusters", with(aCluster(), "foundedOn", "2015"));
  }

  private ValidatableResponse send(byte[] file, String query) {
    return admin()
        .contentType("text/csv")
        .body(file)
        .post("/memberships/csv?cluster=" + cluster + query)
        .then();
  }

  private ValidatableResponse send(String file, String query) {
    return send(file.getBytes(StandardCharsets.UTF_8), query);
  }

  private void membersOn(String day, int count) {
    get("/memberships?cluster={c}&count=true&on={day}", cluster, day).body("total", equalTo(count));
  }

  private void members(int count) {
    get("/memberships?cluster={c}&count=true", cluster).body("total", equalTo(count));
  }

  @Test
  void two_hundred_members_are_entered_once() {
    StringBuilder file = new StringBuilder("name,siren,from\r\n");
    for (int i = 0; i < 200; i++) {
      file.append("Member ")
          .append(i)
          .append(',')
          .append(i % 2 == 0 ? aSiren() : "")
          .append(",2016-01-01\r\n");
    }
    send(file.toString(), "&dryRun=true").statusCode(200).body("made", equalTo(200));
    members(0);
    send(file.toString(), "")
        .statusCode(200)
        .body("lines", equalTo(200))
        .body("made", equalTo(200))
        .body("leftOut", equalTo(0));
    members(200);
    send(file.toString(), "")
        .statusCode(200)
        .body("made", equalTo(0))
        .body("unchanged", equalTo(200));
    members(200);
  }

  @Test
  void french_headers_semicolons_and_windows_1252_are_understood_and_repairs_are_told() {
    String siren = aSiren();
    String spaced = siren.replaceAll("(.{3})(.{3})", "$1 $2 ");
    String file =
        "Raison sociale;SIREN;Ville;Date d'adhésion\r\nÉté;" + spaced + ";Sète;05/06/2016\r\n";
    send(file.getBytes(Charset.forName("windows-1252")), "")
        .statusCode(200)
        .body(
            "faults.repair", equalTo(List.of("windows-1252", "windows-1252", siren, "2016-06-05")))
        .body("faults.line", equalTo(List.of(1, 2, 2, 2)));
    get("/memberships?cluster={c}", cluster).body("items[0].from", equalTo("2016-06-05"));
    get("/organisations?siren=" + siren).body("items[0].city", equalTo("Sète"));
  }

  @Test
  void a_faulty_line_refuses_the_file_unless_the_good_ones_are_asked_for() {
    String file =
        "name,siren,from,until,extra\nGood,,2016-01-01,,x\nBad,123456789,2016-01-01,,\nWorse,,soon,,\nLate,,2016-01-01,2015-01-01,\nEarly,,2014-12-31,,\n";
    send(file, "")
        .statusCode(422)
        .body("type", equalTo("/problems/import-refused"))
        .body("leftOut", equalTo(4))
        .body("faults.findAll { it.blocking }.line", equalTo(List.of(3, 4, 5, 6)))
        .body("faults.find { it.line == 6 }.bound", equalTo("2015-01-01"))
        .body("faults.rule", hasItem("unknown-column"));
    members(0);
    send(file, "&partial=true")
        .statusCode(200)
        .body("made", equalTo(1))
        .body("leftOut", equalTo(4));
    members(1);
  }

  @Test
  void one_organisation_is_known_by_its_number_and_not_doubled() {
    String siren = aSiren();
    String known = make("/organisations", with(anOrganisation(), "siren", siren));
    send("name,siren,from\nAnother name," + siren + ",2016-01-01\n", "").statusCode(200);
    get("/memberships?cluster={c}", cluster).body("items.organisation.id", equalTo(List.of(known)));
    String member = get("/memberships?cluster={c}", cluster).extract().path("items[0].id");
    send("name,siren,from\nAgain," + siren + ",2017-01-01\n", "")
        .statusCode(422)
        .body("faults[0].other.id", equalTo(member))
        .body("faults.rule", equalTo(List.of("membership-overlap")));
  }

  @Test
  void a_file_that_is_none_and_an_unknown_cluster_are_refused() {
    send("", "").statusCode(400);
    send("name,from\n", "").statusCode(200).body("lines", equalTo(0));
    for (String none : List.of("none-such", "not a slug", "a,b", UUID.randomUUID().toString())) {
      admin()
          .contentType("text/csv")
          .body("name,from\nA,2016-01-01\n")
          .queryParam("cluster", none)
          .post("/memberships/csv?partial=true")
          .then()
          .statusCode(400)
          .body("type", equalTo("/problems/invalid-parameter"))
          .body("errors.parameter", contains("cluster"));
    }
    admin()
        .contentType("text/csv")
        .body("name,from\nA,2016-01-01\n")
        .post("/memberships/csv?dryRun=perhaps")
        .then()
        .statusCode(400);
  }

  @Test
  void a_long_file_goes_on_as_an_import_of_its_own_kind_and_a_retry_is_answered_alike()
      throws Exception {
    int first = java.util.concurrent.ThreadLocalRandom.current().nextInt(80_000_000);
    StringBuilder file = new StringBuilder(Members.HEADER);
    int lines = Effort.of(12_500, 4_800);
    // fewer lines are as long a file where the cities' names are
    String rest = "a".repeat(Effort.of(90, 180)) + ",2016-";
    for (int n = 0; n < lines; n++) {
      file.append(Members.line(first, n).replace(",2016-", rest));
    }
    String path = "/memberships/csv?cluster=" + cluster;
    String key = org.grappe.testing.Api.unique("key");
    String begun =
        ImportedFiles.begun(admin().header("Idempotency-Key", key), file.toString(), path);
    String again =
        ImportedFiles.begun(admin().header("Idempotency-Key", key), file.toString(), path);
    org.junit.jupiter.api.Assertions.assertEquals(begun, again);
    ImportedFiles.ended(admin(), begun)
        .body("status", equalTo("COMPLETED"))
        .body("kind", equalTo("MEMBERS"))
        .body("report.made", equalTo(lines))
        .body("report.faults", hasSize(0));
    members(lines);
    ImportedFiles.ended(
            admin(), ImportedFiles.begun(admin(), file + "Again,123456789,,soon\r\n", path))
        .body("status", equalTo("REFUSED"))
        .body("report.unchanged", equalTo(lines))
        .body("report.leftOut", equalTo(1));
    members(lines);
  }

  @Test
  void a_cancelled_file_of_members_leaves_nothing() throws Exception {
    StringBuilder file = new StringBuilder(Members.HEADER);
    for (int n = 0; n < 25_000; n++) {
      file.append(Members.line(0, 3 * n));
    }
    String begun =
        ImportedFiles.begun(admin(), file.toString(), "/memberships/csv?cluster=" + cluster);
    ImportedFiles.reached(admin(), begun, "made");
    admin().post(begun + "/cancellation").then().statusCode(200);
    Thread.sleep(2000);
    members(0);
  }

  @Test
  void lines_that_meet_in_time_are_judged_in_their_order() {
    String a = aSiren();
    String b = aSiren();
    String file =
        """
        siren,name,from,until
        %1$s,A,2016-01-01,2017-01-01
        %1$s,A,2016-06-01,2018-01-01
        %1$s,A,2017-01-01,2018-06-01
        %1$s,A,2016-01-01,2017-01-01
        %2$s,,2016-01-01,
        %2$s,B,2016-01-01,
        """;
    send(file.formatted(a, b), "&partial=true")
        .statusCode(200)
        .body("lines", equalTo(6))
        .body("made", equalTo(3))
        .body("unchanged", equalTo(2))
        .body("leftOut", equalTo(1))
        .body("faults.findAll { it.rule == 'membership-overlap' }.line", equalTo(List.of(3)));
    membersOn("2016-07-01", 2);
    membersOn("2017-07-01", 2);
    send(file.formatted(a, b), "&partial=true").statusCode(200).body("unchanged", equalTo(5));
    membersOn("2016-07-01", 2);
    membersOn("2017-07-01", 2);
  }
}
