package org.grappe.copy;

import static io.restassured.RestAssured.given;
import static org.grappe.testing.Api.aKey;
import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.anyone;
import static org.grappe.testing.Api.bearer;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Api.unique;
import static org.grappe.testing.Records.aSource;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.http.HttpServer;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.grappe.testing.DemoProfile;
import org.grappe.testing.OpenApi;
import org.grappe.testing.OpenApi.Operation;
import org.grappe.testing.RealPostgres;
import org.grappe.testing.Scene;
import org.grappe.testing.SlowReader;
import org.grappe.testing.Thorough;
import org.grappe.testing.Wire;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Long answers, to readers who take their time, with two connections to the database. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@TestProfile(DemoProfile.class)
class CopiesTest {
  private static final List<String> STREAMED =
      List.of("text/csv", "application/x-ndjson", "text/calendar");
  private static final String LONG = "/api/v1/sources.csv?kind=press";
  @Inject AgroalDataSource database;
  @Inject Copies copies;
  @Inject HttpServer server;

  /** Sources that make an answer longer than all buffers on its way. */
  @BeforeEach
  void many() throws SQLException {
    run(
        """
        insert into sources (id, publisher, kind, title, remarks)
        select uuidv7(), 'P', 'PRESS', 'long ' || n,
          (select 'x' || string_agg(md5(n::text || m), '') from generate_series(1, 120) m)
        from generate_series(1, 4000) n
        where not exists (select from sources where title like 'long %')\
        """);
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("set session_replication_role = replica");
      statement.execute(sql);
      statement.execute("reset session_replication_role");
    }
  }

  @Test
  void who_does_not_read_holds_up_nobody_whatever_he_asks_for() throws Exception {
    Scene scene = new Scene();
    List<Operation> streamed =
        OpenApi.served()
            .gets()
            .filter(operation -> types(operation).findAny().isPresent())
            .toList();
    assertTrue(streamed.size() > 25, streamed + "");
    for (Operation operation : streamed) {
      String address = scene.address(operation);
      for (String type : types(operation).toList()) {
        List<SlowReader> readers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
          readers.add(
              new SlowReader(
                  address,
                  "Accept: " + type,
                  "Authorization: Bearer " + org.grappe.testing.Api.ADMIN_KEY));
          assertEquals(200, readers.get(i).status(), operation + " " + type);
        }
        assertEquals(0, database.getMetrics().activeCount(), operation + " " + type);
        get("/regions/76").statusCode(200);
        for (SlowReader reader : readers) {
          assertEquals(reader.length(), reader.rest(), operation + " " + type);
          reader.close();
        }
      }
    }
  }

  private static Stream<String> types(Operation operation) {
    return OpenApi.members(operation.node().at("/responses/200/content"))
        .map(Map.Entry::getKey)
        .filter(type -> STREAMED.stream().anyMatch(type::startsWith));
  }

  @Test
  void the_copy_of_everything_is_one_file_whoever_asks() throws Exception {
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      String key = aKey("PARTNER");
      // when a key was last used is kept once a minute
      bearer(key).get("/regions/76").then().statusCode(200);
      keys.add(key);
    }
    List<SlowReader> readers = new ArrayList<>();
    int before = copies.files();
    readers.add(new SlowReader("/api/v1/export"));
    for (String key : keys) {
      readers.add(new SlowReader("/api/v1/export", "Authorization: Bearer " + key));
    }
    // the database itself may commit something once, when it looks after its tables
    assertTrue(copies.files() <= before + 2, before + " files, then " + copies.files());
    for (SlowReader reader : readers) {
      assertEquals(reader.length(), reader.rest());
      reader.close();
    }
  }

  @Test
  void slow_readers_share_a_file_and_get_all_of_it_while_others_read_and_write() throws Exception {
    List<SlowReader> readers = new ArrayList<>();
    int before = copies.files();
    for (int i = 0; i < 8; i++) {
      readers.add(new SlowReader(LONG));
    }
    // the database itself may commit something once, when it looks after its tables
    assertTrue(copies.files() <= before + 2, before + " files, then " + copies.files());
    assertEquals(0, database.getMetrics().activeCount());
    String management = "http://127.0.0.1:" + server.getManagementPort();
    given().get(management + "/q/health/ready").then().statusCode(200);
    String source = make("/sources", aSource());
    get("/sources/" + source).statusCode(200);
    ExecutorService threads = Executors.newFixedThreadPool(readers.size());
    try {
      List<Future<Long>> read = new ArrayList<>();
      for (SlowReader reader : readers) {
        read.add(threads.submit(reader::rest));
      }
      for (int i = 0; i < readers.size(); i++) {
        assertTrue(readers.get(i).length() > 10_000_000);
        assertEquals(readers.get(i).length(), read.get(i).get());
        readers.get(i).close();
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void what_is_committed_is_in_every_answer_that_is_asked_for_later() {
    for (int i = 0; i < 5; i++) {
      String title = unique("written");
      String before = etag("/sources.csv");
      assertEquals(before, etag("/sources.csv"));
      make("/sources", with(aSource(), "title", title));
      Response after = anyone().get("/sources.csv");
      assertTrue(after.asString().contains(title));
      assertNotEquals(before, after.header("ETag"));
    }
  }

  private static String etag(String path) {
    return get(path).statusCode(200).header("ETag", notNullValue()).extract().header("ETag");
  }

  @Test
  void what_was_written_past_the_service_is_in_it_too() throws SQLException {
    etag("/sources.csv");
    String title = unique("by hand");
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(
          "select set_config('grappe.act', '{\"at\": \"2020-01-01T00:00:00Z\", \"by\": {}}', true)");
      statement.execute("update sources set remarks = '" + title + "' where title = 'long 7'");
      connection.commit();
    }
    assertTrue(anyone().get("/sources.csv").asString().contains(title));
  }

  @Test
  void a_file_is_sent_packed_or_not_and_answers_head_and_304() throws Exception {
    String path = "/sources.ndjson?kind=press";
    Response packed = anyone().header("Accept-Encoding", "gzip").get(path);
    assertEquals("gzip", packed.header("Content-Encoding"));
    int size = packed.asByteArray().length;
    try (SlowReader plain = new SlowReader("/api/v1" + path);
        SlowReader small = new SlowReader("/api/v1" + path, "Accept-Encoding: br, gzip;q=0.5");
        SlowReader not = new SlowReader("/api/v1" + path, "Accept-Encoding: gzip;q=0")) {
      assertEquals(size, plain.length());
      assertEquals(size, plain.rest());
      assertEquals(size, not.rest());
      assertTrue(small.length() < size);
      assertEquals(small.length(), small.rest());
    }
    String etag = packed.header("ETag");
    anyone().header("If-None-Match", etag).get(path).then().statusCode(304).body(equalTo(""));
    anyone().head(path).then().statusCode(200).header("ETag", etag);
    for (String coding : List.of("identity", "gzip")) {
      var head = Wire.call("HEAD", "/api/v1" + path).header("Accept-Encoding", coding).send();
      long length = coding.equals("gzip") ? packedLength(path) : size;
      assertEquals(length, head.headers().firstValueAsLong("Content-Length").orElse(-1), coding);
      assertEquals(
          coding.equals("gzip"), head.headers().firstValue("Content-Encoding").isPresent(), coding);
    }
    anyone().head("/sources.csv?sort=-publishedOn").then().statusCode(200);
  }

  private static long packedLength(String path) throws IOException {
    try (SlowReader packed = new SlowReader("/api/v1" + path, "Accept-Encoding: gzip")) {
      return packed.length();
    }
  }

  @Test
  void each_credential_has_a_file_of_its_own() {
    String path = "/sources.csv?kind=press&sort=-title";
    int before = copies.files();
    etag(path);
    assertEquals(before + 1, copies.files());
    admin().get(path).then().statusCode(200);
    assertEquals(before + 2, copies.files());
    etag(path);
    admin().get(path).then().statusCode(200);
    assertEquals(before + 2, copies.files());
  }

  @Test
  void an_erasure_breaks_off_what_is_being_read() throws Exception {
    try (SlowReader reader = new SlowReader(LONG)) {
      assertEquals(200, reader.status());
      post("/people/erasure", Map.of("person", "Nobody " + unique("Whatever"))).statusCode(200);
      assertEquals(0, copies.files());
      assertTrue(reader.rest() < reader.length());
    }
    etag("/sources.csv");
  }

  @Thorough
  @Test
  void who_reads_nothing_for_too_long_is_cut_off() throws Exception {
    try (SlowReader reader = new SlowReader(LONG)) {
      Thread.sleep(15_000);
      assertTrue(reader.rest() < reader.length());
    }
  }

  @Test
  void a_problem_is_told_before_the_first_byte() {
    anyone()
        .accept("text/csv")
        .get("/sources?nope=1")
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
  }

  @Test
  void no_file_has_a_name_that_outlives_the_service() {
    etag("/sources.csv");
    assertTrue(copies.files() > 0);
    assertEquals(0, new File("target/copies").list().length);
  }
}
