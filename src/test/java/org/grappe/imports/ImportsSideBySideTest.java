package org.grappe.imports;

import static org.grappe.testing.Api.aKey;
import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.anyone;
import static org.grappe.testing.Api.bearer;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.unique;
import static org.grappe.testing.ImportedFiles.begun;
import static org.grappe.testing.ImportedFiles.ended;
import static org.grappe.testing.ImportedFiles.reached;
import static org.grappe.testing.ImportedFiles.send;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aSiren;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.grappe.testing.Effort;
import org.grappe.testing.LeavesMuch;
import org.grappe.testing.RealPostgres;
import org.grappe.testing.Subsidies;
import org.grappe.testing.Thorough;
import org.junit.jupiter.api.Test;

/** Files beside files: who waits for whom, and that nothing is made twice. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@LeavesMuch
class ImportsSideBySideTest {
  private static final String SUBSIDIES = "/subsidy-lines/scdl";
  private static final int LONG = Effort.of(10_000, 8_000);
  @Inject DataSource source;
  private final String funder = Subsidies.siret(aSiren());
  private final int first = ThreadLocalRandom.current().nextInt(80_000_000);

  /** So many lines, of the beneficiaries from this one on. */
  private String file(int from, int lines) {
    StringBuilder file = new StringBuilder(Subsidies.HEADER);
    for (int n = 0; n < lines; n++) {
      file.append(Subsidies.line(funder, first + from, n));
    }
    return file.toString();
  }

  private int lines() {
    List<String> funders =
        get("/organisations?siren=" + funder.substring(0, 9)).extract().path("items.id");
    return funders.isEmpty()
        ? 0
        : get("/subsidy-lines?limit=1&count=true&funder=" + funders.get(0)).extract().path("total");
  }

  @Test
  void ten_lines_for_others_go_beside_a_long_file_even_of_the_same_new_funder() throws Exception {
    String path = begun(admin(), file(0, LONG), SUBSIDIES);
    reached(admin(), path, "made");
    send(admin(), file(10_000, 10), SUBSIDIES).statusCode(200).body("made", equalTo(10));
    assertEquals(10, lines());
    admin().get(path).then().body("status", equalTo("RUNNING"));
    ended(admin(), path).body("status", equalTo("COMPLETED")).body("made", equalTo(LONG));
    assertEquals(LONG + 10, lines());
    get("/organisations?siren=" + funder.substring(0, 9) + "&count=true").body("total", equalTo(1));
  }

  @Test
  void ten_lines_for_the_same_wait_or_are_told_to_come_again_and_nothing_is_made_twice()
      throws Exception {
    String path = begun(admin(), file(0, LONG), SUBSIDIES);
    reached(admin(), path, "made");
    var answer = send(admin(), file(0, 10), SUBSIDIES);
    if (answer.extract().statusCode() == 200) {
      answer.body("unchanged", equalTo(10));
    } else {
      answer.statusCode(503).header("Retry-After", notNullValue());
    }
    ended(admin(), path).body("status", equalTo("COMPLETED"));
    send(admin(), file(0, 10), SUBSIDIES).statusCode(200).body("unchanged", equalTo(10));
    assertEquals(LONG, lines());
  }

  @Test
  void the_same_file_eight_times_at_once_makes_its_lines_once() throws Exception {
    String cluster = make("/clusters", aCluster());
    String members = "name,siren,from\n" + row("A", 1) + row("B", 2) + row("C", 3);
    for (String path : List.of(SUBSIDIES, "/memberships/csv?cluster=" + cluster)) {
      String file = path.equals(SUBSIDIES) ? file(0, 30) : members;
      List<Integer> made = new ArrayList<>();
      for (Future<Integer> one : atOnce(8, () -> made(admin(), file, path))) {
        made.add(one.get());
      }
      int lines = path.equals(SUBSIDIES) ? 30 : 3;
      assertEquals(lines, made.stream().mapToInt(Integer::intValue).sum(), made.toString());
    }
    assertEquals(30, lines());
    get("/memberships?cluster={c}&count=true", cluster).body("total", equalTo(3));
  }

  /** Nothing else would keep them apart: who has no number is known by the members there are. */
  @Test
  void members_without_numbers_that_several_callers_send_at_once_are_made_once() throws Exception {
    String cluster = make("/clusters", aCluster());
    StringBuilder file = new StringBuilder("name,from\n");
    for (int n = 0; n < 300; n++) {
      file.append(unique("Member")).append(",2016-01-01\n");
    }
    ConcurrentLinkedQueue<String> keys = new ConcurrentLinkedQueue<>();
    for (int i = 0; i < 4; i++) {
      keys.add(aKey("ADMIN"));
    }
    String path = "/memberships/csv?cluster=" + cluster;
    int made = 0;
    for (Future<Integer> one :
        atOnce(4, () -> made(bearer(keys.remove()), file.toString(), path))) {
      made += one.get();
    }
    assertEquals(300, made);
    get("/memberships?cluster={c}&count=true", cluster).body("total", equalTo(300));
  }

  @Test
  void short_files_of_one_caller_wait_for_each_other_and_not_for_anybodys() throws Exception {
    String greedy = aKey("ADMIN");
    String fair = aKey("ADMIN");
    try (Connection other = source.getConnection();
        Statement claim = other.createStatement()) {
      other.setAutoCommit(false);
      claim.execute(
          "insert into import_claims values ('subsidies of " + Subsidies.siren(first) + "')");
      List<Future<Integer>> waiting =
          atOnce(6, () -> send(bearer(greedy), file(0, 1), SUBSIDIES).extract().statusCode());
      Thread.sleep(500);
      send(bearer(fair), file(10, 1), SUBSIDIES).statusCode(200);
      other.rollback();
      List<Integer> answers = new ArrayList<>();
      for (Future<Integer> one : waiting) {
        answers.add(one.get());
      }
      assertEquals(List.of(200, 200, 200, 200, 200, 200), answers);
    }
  }

  private String row(String name, int n) {
    return name + "," + Subsidies.siren(first + 50_000 + n) + ",2016-01-01\n";
  }

  /** How many it made; none where it was told to come again. */
  private static int made(RequestSpecification caller, String file, String path) {
    var answer = send(caller, file, path).extract();
    if (answer.statusCode() == 503) {
      return 0;
    }
    assertEquals(200, answer.statusCode(), answer.asString());
    return answer.path("made");
  }

  private static <T> List<Future<T>> atOnce(int count, java.util.concurrent.Callable<T> act)
      throws Exception {
    CyclicBarrier barrier = new CyclicBarrier(count);
    ExecutorService threads = Executors.newFixedThreadPool(count);
    try {
      List<Future<T>> all = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        all.add(
            threads.submit(
                () -> {
                  barrier.await();
                  return act.call();
                }));
      }
      return all;
    } finally {
      threads.shutdown();
    }
  }

  @Thorough
  @Test
  void a_caller_has_four_long_files_and_nobody_else_is_held_up_by_them() throws Exception {
    String greedy = aKey("ADMIN");
    List<String> paths = new ArrayList<>();
    try (Connection other = source.getConnection();
        Statement claim = other.createStatement()) {
      // as a file of another instance would, that is about one of the beneficiaries
      other.setAutoCommit(false);
      claim.execute(
          "insert into import_claims values ('subsidies of " + Subsidies.siren(first) + "')");
      for (int i = 0; i < 4; i++) {
        paths.add(begun(bearer(greedy), file(0, 8_000), SUBSIDIES));
      }
      send(bearer(greedy), file(0, 8_000), SUBSIDIES)
          .statusCode(429)
          .body("type", equalTo("/problems/too-many-requests"))
          .header("Retry-After", notNullValue());
      String fair = aKey("ADMIN");
      ended(bearer(fair), begun(bearer(fair), file(6_000, 8_000), SUBSIDIES + "?dryRun=true"))
          .body("status", equalTo("COMPLETED"));
      bearer(greedy).get(paths.get(0)).then().body("status", equalTo("RUNNING"));
      bearer(greedy).get(paths.get(3)).then().body("status", equalTo("WAITING"));
      bearer(greedy).post(paths.get(3) + "/cancellation").then().statusCode(200);
      bearer(greedy).post(paths.get(0) + "/cancellation").then().statusCode(200);
      // a cancelled one gives its place back, though what it waits for is not there yet
      paths.add(begun(bearer(greedy), file(0, 8_000), SUBSIDIES + "?dryRun=true"));
      other.rollback();
    }
    for (String one : List.of(paths.get(1), paths.get(2), paths.get(4))) {
      ended(bearer(greedy), one)
          .body("status", equalTo("COMPLETED"))
          .body("kind", equalTo("SUBSIDIES"));
    }
    ended(bearer(greedy), paths.get(0)).body("status", equalTo("CANCELLED"));
    assertEquals(8_000, lines());
  }

  @Test
  void who_may_write_nothing_is_refused() {
    send(anyone(), "name\n", "/memberships/csv").statusCode(401);
    send(bearer(aKey("PARTNER")), "name\n", "/memberships/csv").statusCode(403);
    String none = aKey("EDITOR");
    send(bearer(none), "name\n", "/memberships/csv").statusCode(403);
    String others = make("/clusters", aCluster());
    String editor = aKey("EDITOR", make("/clusters", aCluster()));
    send(bearer(editor), "name\n", "/memberships/csv?cluster=" + others)
        .statusCode(403)
        .body("type", equalTo("/problems/forbidden"));
  }
}
