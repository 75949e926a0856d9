package org.grappe.event;

import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Api.unique;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.anEvent;
import static org.grappe.testing.Records.with;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.grappe.testing.Overlap;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A cluster ends, or hosts the series beyond: whichever is said first, while it is written. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class SeriesBesideEndTest {
  @Inject DataSource database;
  private String host;

  @BeforeEach
  void a_host() {
    host = make("/clusters", aCluster());
  }

  private int end() {
    return admin()
        .contentType("application/merge-patch+json")
        .header("If-Match", "*")
        .body(Map.of("dissolvedOn", "2026-05-01"))
        .patch("/clusters/" + host)
        .statusCode();
  }

  private Map<String, Object> weekly() {
    return with(anEvent(host), "startsOn", "2026-04-01", "recurrence", "FREQ=WEEKLY;COUNT=9");
  }

  /** Its answer is kept, by its key, when all else is written. */
  private int enter() {
    return admin()
        .contentType("application/json")
        .header("Idempotency-Key", unique("key"))
        .body(weekly())
        .post("/events")
        .statusCode();
  }

  @Test
  void a_new_one_before_the_end() throws Exception {
    assertEquals(
        List.of(201, 409), Overlap.of(database, "idempotency_keys", this::enter, this::end));
  }

  @Test
  void a_new_one_after_the_end() throws Exception {
    assertEquals(List.of(200, 409), Overlap.of(database, "history", this::end, this::enter));
  }

  private String cancelled() {
    String series = "/events/" + make("/events", weekly());
    post(series + "/cancellation", Map.of("on", "2026-04-02")).statusCode(200);
    return series;
  }

  private static int reinstate(String series) {
    return post(series + "/reinstatement", Map.of()).extract().statusCode();
  }

  @Test
  void one_that_takes_place_again_before_the_end() throws Exception {
    String series = cancelled();
    assertEquals(
        List.of(200, 409), Overlap.of(database, "history", () -> reinstate(series), this::end));
  }

  @Test
  void one_that_takes_place_again_after_the_end() throws Exception {
    String series = cancelled();
    assertEquals(
        List.of(200, 409), Overlap.of(database, "history", this::end, () -> reinstate(series)));
  }
}
