package org.grappe.membership;

import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.unique;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aSiren;
import static org.grappe.testing.Records.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.grappe.testing.Effort;
import org.grappe.testing.LeavesMuch;
import org.junit.jupiter.api.Test;

/**
 * A file that is sent again changes nothing, however oddly it names its members: one number under
 * two names, one name under two numbers, with a city and without.
 */
@QuarkusTest
@LeavesMuch
class MemberTwiceTest {
  private static final int FILES = Integer.getInteger("members.files", Effort.of(50, 20));
  private static final String HEADER = "name;siren;rna;city;college;from;until\n";
  private final List<String> surprises = new ArrayList<>();

  @Test
  void the_second_sending_of_any_file_changes_nothing() {
    for (int seed = 0; seed < FILES; seed++) {
      twice(seed);
    }
    assertTrue(surprises.isEmpty(), surprises.size() + "\n" + String.join("\n", surprises));
  }

  private void twice(int seed) {
    Random random = new Random(seed);
    String cluster = make("/clusters", with(aCluster(), "foundedOn", "2010"));
    String college = unique("College");
    make("/clusters/" + cluster + "/colleges", java.util.Map.of("name", college));
    String name = unique("Acme");
    List<String> names =
        List.of(name, name.toUpperCase(java.util.Locale.ROOT), name + " SAS", unique("Durand"));
    List<String> sirens = List.of("", "", aSiren(), aSiren());
    List<String> rnas = List.of("", "", "", anRna(), anRna());
    StringBuilder file = new StringBuilder(HEADER);
    int lines = 2 + random.nextInt(5);
    for (int i = 0; i < lines; i++) {
      file.append(
          String.join(
              ";",
              any(names, random),
              any(sirens, random),
              any(rnas, random),
              any(List.of("", "", "Albi", "Nice"), random),
              any(List.of("", "", college, unique("None")), random),
              any(List.of("2016-01-01", "2016-01-01", "2017-01-01", "2005-01-01"), random),
              any(List.of("", "", "2016-06-30"), random)));
      file.append('\n');
    }
    if (random.nextInt(3) == 0) {
      // what was there before: one of its members, entered by hand
      String siren = random.nextBoolean() ? sirens.get(2) : null;
      make(
          "/organisations",
          with(new java.util.HashMap<>(), "name", name, "kind", "COMPANY", "siren", siren));
    }
    Response first = send(cluster, file.toString());
    String before = state(cluster);
    Response second = send(cluster, file.toString());
    boolean same = second.jsonPath().getInt("made") == 0 && before.equals(state(cluster));
    if (!same) {
      surprises.add(
          "seed %d:\n%s%s\n%s".formatted(seed, file, first.asString(), second.asString()));
    }
    assertEquals(200, second.statusCode(), second.asString());
  }

  private static String any(List<String> some, Random random) {
    return some.get(random.nextInt(some.size()));
  }

  private static String anRna() {
    return "W" + (100_000_000 + ThreadLocalRandom.current().nextInt(800_000_000));
  }

  private static Response send(String cluster, String file) {
    return admin()
        .contentType("text/csv")
        .body(file)
        .post("/memberships/csv?partial=true&cluster=" + cluster);
  }

  private static String state(String cluster) {
    return admin()
            .get("/memberships?status=REFUSED,ENDED,ACTIVE,APPLIED&limit=200&cluster=" + cluster)
            .jsonPath()
            .getString("items.collect { [it.id, it.organisation.id, it.updatedAt] }")
        + admin()
            .get("/organisations?limit=200&memberOf=" + cluster)
            .jsonPath()
            .getString(
                "items.collect { [it.id, it.name, it.siren, it.rna, it.city, it.updatedAt] }");
  }
}
