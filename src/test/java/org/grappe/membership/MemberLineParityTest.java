package org.grappe.membership;

import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.aSiren;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A line of a file does what the same membership does that is posted. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class MemberLineParityTest {
  private static final List<String> NAMES = List.of("appliedOn", "from", "until");
  private static final List<List<String>> DAYS =
      List.of(
          List.of("", "2014-02-01", "2016-02-01"),
          List.of("", "2014-06-01", "2016-06-01"),
          List.of("", "2016-01-01", "2017-01-01"));

  /** What there is of the member before. */
  private static final List<List<String>> BEFORE =
      List.of(
          List.of(),
          List.of("2016-01-15", "", ""),
          List.of("", "2016-03-01", ""),
          List.of("", "2015-03-01", "2015-09-01"),
          List.of("2015-01-15", "", "2015-02-15"));

  private final List<String> differ = new ArrayList<>();
  private String cluster;
  private int made;

  @BeforeEach
  void a_cluster_founded_in_2015() {
    cluster = make("/clusters", with(aCluster(), "foundedOn", "2015-01-01"));
  }

  @Test
  void with_any_days_beside_whatever_there_was() {
    for (List<String> before : BEFORE) {
      for (String applied : DAYS.get(0)) {
        for (String from : DAYS.get(1)) {
          for (String until : DAYS.get(2)) {
            compare(before, List.of(applied, from, until));
          }
        }
      }
    }
    assertEquals("", String.join("\n", differ));
    assertTrue(made > 20, made + " were made");
  }

  private void compare(List<String> before, List<String> days) {
    Response posted =
        post("/memberships", membership(member(before, aSiren()), days)).extract().response();
    String siren = aSiren();
    member(before, siren);
    Response sent =
        admin()
            .contentType("text/csv")
            .body(
                "name;siren;appliedOn;from;until\nX;" + siren + ";" + String.join(";", days) + "\n")
            .post("/memberships/csv?partial=true&cluster=" + cluster);
    String one = posted.statusCode() == 201 ? "made" : rule(posted);
    String other =
        sent.jsonPath().getInt("made") == 1
            ? "made"
            : sent.jsonPath().getList("faults.findAll { it.blocking }.rule") + "";
    made += one.equals("made") ? 1 : 0;
    if (one.equals("made") != other.equals("made")
        || (posted.statusCode() == 409 && !other.contains(one))) {
      differ.add(days + " beside " + before + ": " + one + ", in a file " + other);
    }
  }

  private static String rule(Response refused) {
    return refused.<String>path("type").replace("/problems/", "");
  }

  private String member(List<String> before, String siren) {
    String organisation = make("/organisations", with(anOrganisation(), "siren", siren));
    if (!before.isEmpty()) {
      make("/memberships", membership(organisation, before));
    }
    return organisation;
  }

  private Map<String, Object> membership(String organisation, List<String> days) {
    Map<String, Object> all = new HashMap<>(aMembership(cluster, organisation));
    all.remove("from");
    for (int i = 0; i < days.size(); i++) {
      if (!days.get(i).isEmpty()) {
        all.put(NAMES.get(i), days.get(i));
      }
    }
    return all;
  }
}
