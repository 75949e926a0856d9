package org.grappe.embedded;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The first start of the service on a database of its own, and another that is started beside it.
 */
class RunningServiceIT {
  @TempDir static Path directory;
  private static PackagedService service;

  @BeforeAll
  static void start() throws Exception {
    service = PackagedService.in(directory, Map.of()).ready();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void its_last_words_say_how_to_use_it_but_not_the_key() throws Exception {
    String lastWords = service.output().substring(service.output().indexOf("Grappe listens on"));
    assertThat(
        lastWords,
        allOf(
            containsString("/docs"),
            containsString("/openapi"),
            containsString("/q/health/ready"),
            containsString("Authorization: Bearer $(cat data/admin-key)")));
    assertThat(service.output(), not(containsString(service.secret("admin-key"))));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void its_secrets_are_for_their_owner_only() throws Exception {
    for (String file : new String[] {"admin-key", "postgresql-password"}) {
      Path path = service.data().resolve(file);
      assertThat(
          PosixFilePermissions.toString(Files.getPosixFilePermissions(path)), is("rw-------"));
      assertThat(service.secret(file), matchesPattern("[\\w-]{43}"));
    }
  }

  @Test
  void what_it_acknowledges_is_on_disk() throws Exception {
    Psql psql = Psql.as("grappe", service);
    assertThat(psql.answer("show fsync"), is("on"));
    assertThat(psql.answer("show synchronous_commit"), is("on"));
    assertThat(psql.answer("show full_page_writes"), is("on"));
  }

  @Test
  void its_database_listens_to_this_machine_only_and_wants_a_password() throws Exception {
    List<String> noted = Files.readAllLines(service.data().resolve("postgresql/postmaster.pid"));
    assertThat("its sockets", noted.get(4), is(""));
    assertThat("where it listens", noted.get(5), is("127.0.0.1"));
    for (String role : List.of("grappe", "postgres")) {
      Psql guessing = new Psql(service, role, "guessed");
      assertThrows(SQLException.class, () -> guessing.answer("select 1"));
    }
  }

  @Test
  void what_it_knows_is_no_key_to_the_superuser() throws Exception {
    Psql superuser = Psql.as("postgres", service);
    assertThrows(SQLException.class, () -> superuser.answer("select 1"));
  }

  @Test
  void it_is_no_superuser_of_its_database() throws Exception {
    assertThat(Psql.as("grappe", service).answer("show is_superuser"), is("off"));
  }

  @Test
  void a_second_one_on_the_same_directory_is_refused() throws Exception {
    Path other = Files.createDirectory(directory.resolve("second"));
    PackagedService second =
        PackagedService.in(other, Map.of("GRAPPE_DATA_DIR", service.data().toString()));
    assertThat(second.ended(), is(1));
    assertThat(second.errors(), startsWith("Another Grappe already runs on the data directory"));
    assertThat(second.errors().lines().count(), is(1L));
    answers(service);
  }

  @Test
  void another_runs_beside_it_on_another_directory() throws Exception {
    Path other = Files.createDirectory(directory.resolve("other"));
    try (PackagedService beside = PackagedService.ready(other)) {
      assertThat(beside.api(), is(not(service.api())));
      answers(beside);
      answers(service);
    }
  }

  private static void answers(PackagedService one) throws IOException {
    given().get(one.api() + "/sources").then().statusCode(200);
  }
}
