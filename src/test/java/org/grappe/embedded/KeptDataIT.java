package org.grappe.embedded;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What one run of the service leaves to the next. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no TERM")
class KeptDataIT {
  private static final int ENDED_BY_TERM = 128 + 15;
  @TempDir Path directory;

  @Test
  void TERM_leaves_the_data_and_the_key_but_no_process() throws Exception {
    PackagedService first = PackagedService.ready(directory);
    String id = entered(first);
    String key = first.secret("admin-key");
    assertThat(first.databaseProcesses(), is(not(empty())));
    assertThat(first.terminated(), is(ENDED_BY_TERM));
    assertThat(first.databaseProcesses(), is(empty()));

    PackagedService second = PackagedService.ready(directory);
    find(second, id);
    assertThat(second.secret("admin-key"), is(key));
    assertThat(second.terminated(), is(ENDED_BY_TERM));
  }

  @Test
  void what_was_acknowledged_outlives_kill_9_of_the_service_and_of_its_database() throws Exception {
    PackagedService first = PackagedService.ready(directory);
    String before = entered(first);
    first.killed();
    assertThat(first.databaseProcesses(), is(not(empty())));

    PackagedService second = PackagedService.ready(directory);
    find(second, before);
    String after = entered(second);
    second.killed();
    second.databaseProcesses().forEach(ProcessHandle::destroyForcibly);

    PackagedService third = PackagedService.ready(directory);
    find(third, before);
    find(third, after);
    assertThat(third.terminated(), is(ENDED_BY_TERM));
    assertThat(third.databaseProcesses(), is(empty()));
  }

  @Test
  void the_data_of_an_earlier_grappe_are_refused_in_one_sentence() throws Exception {
    PackagedService earlier = PackagedService.ready(directory);
    String first =
        "update flyway_schema_history set script = regexp_replace(script, '[^/]+$', '%s')"
            + " where installed_rank = 1 returning script";
    Psql.as("grappe", earlier).answer(first.formatted(EarlierSchema.FIRST_MIGRATION));
    assertThat(earlier.terminated(), is(ENDED_BY_TERM));

    PackagedService service = PackagedService.in(directory, Map.of());
    assertThat(service.ended(), is(1));
    assertThat(
        service.errors().strip(),
        is(
            "The data directory "
                + service.data().toRealPath()
                + " holds the tables of a Grappe from before its first release, which this one"
                + " does not take over: move it away to start with an empty one, or set"
                + " GRAPPE_DATA_DIR to another directory."));
    assertThat(service.output(), is(""));
    assertThat(service.databaseProcesses(), is(empty()));
  }

  /** The id of a source that the service has acknowledged. */
  private static String entered(PackagedService service) throws IOException {
    return given()
        .header("Authorization", "Bearer " + service.secret("admin-key"))
        .contentType("application/json")
        .body("{\"publisher\":\"P\",\"kind\":\"PRESS\",\"title\":\"T\"}")
        .post(service.api() + "/sources")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static void find(PackagedService service, String id) throws IOException {
    given().get(service.api() + "/sources/" + id).then().statusCode(200).body("title", is("T"));
  }
}
