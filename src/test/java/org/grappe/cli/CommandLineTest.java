package org.grappe.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.grappe.cli.Typed.Desk;
import org.grappe.cli.terminal.Terminal;
import org.grappe.embedded.Texts;
import org.grappe.testing.Api;
import org.grappe.testing.OpenApi;
import org.grappe.testing.RealPostgres;
import org.grappe.testing.Records;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as secretaries and operators type them, against the service. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class CommandLineTest {
  @Inject DataSource source;
  @TempDir Path directory;
  private Desk desk;

  @BeforeEach
  void desk() {
    desk = Desk.of(directory);
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  private String read(String name) throws IOException {
    return Files.readString(directory.resolve(name));
  }

  @Test
  void a_list_is_written_as_lines_and_as_csv() {
    String kind = "q=" + Api.unique("exported");
    Api.make("/organisations", Map.of("name", kind.substring(2), "kind", "COMPANY"));
    Typed lines = desk.type("export", "organisations", kind).ended(0);
    assertEquals(1, lines.lines().size(), lines.out());
    Typed csv = desk.type("export", "organisations", kind, "--format", "csv").ended(0);
    assertTrue(csv.out().startsWith("id,"), csv.out());
    assertEquals(2, csv.lines().size());
  }

  @Test
  void a_copy_of_everything_is_there_once_it_is_whole() throws IOException {
    Typed typed = desk.type("export", "-o", "copy.ndjson").ended(0);
    assertTrue(read("copy.ndjson").contains("{\"end\":{\"count\":"));
    assertEquals("", typed.out());
    assertFalse(Files.exists(directory.resolve("copy.ndjson.part")));
    desk.with("GRAPPE_URL", "http://localhost:1").type("export", "-o", "none").ended(3);
    assertFalse(Files.exists(directory.resolve("none")));
    assertFalse(Files.exists(directory.resolve("none.part")));
  }

  @Test
  void an_export_that_was_cut_goes_on_where_it_was() throws IOException {
    String word = Api.unique("resumed");
    for (int i = 0; i < 3; i++) {
      Api.make("/organisations", Map.of("name", word + " " + i, "kind", "COMPANY"));
    }
    String cursor =
        Api.anyone()
            .queryParam("q", word)
            .queryParam("limit", 1)
            .get("/organisations")
            .path("nextCursor");
    String url = desk.environment().get("GRAPPE_URL");
    String place =
        "{\"target\": \"%s/api/v1/organisations?q=%s\", \"cursor\": \"%s\", \"bytes\": 5, \"items\": 1}";
    file("list.place", place.formatted(url, word, cursor));
    Desk anyone = new Desk(directory, Map.of("GRAPPE_URL", url), null);
    String[] resumed = {"export", "organisations", "q=" + word, "--resume", "-o", "list"};
    file("list.resume", "cut");
    anyone.type(resumed).ended(0);
    assertEquals(3, read("list").lines().count());
    assertFalse(read("list").contains("cut"), "what was kept is there no longer");
    file("list.place", place.formatted("http://elsewhere", word, cursor));
    file("list.resume", "kept\n");
    anyone.type(resumed).ended(0);
    assertFalse(read("list").contains("kept"), "another service's");
    file("list.place", place.formatted(url, word, cursor));
    file("list.resume", "kept\nhalf a line that was cut");
    anyone.type(resumed).ended(0);
    assertEquals(3, read("list").lines().count());
    assertTrue(read("list").startsWith("kept\n{"));
    assertFalse(Files.exists(directory.resolve("list.place")));
  }

  @Test
  void what_changes_is_a_line_each_and_the_next_time_goes_on() throws IOException {
    desk.type("follow", "--once", "--after", "now", "--place", "place").ended(0);
    String name = Api.unique("followed");
    String id = Api.make("/organisations", Map.of("name", name, "kind", "COMPANY"));
    Typed told = desk.type("follow", "--once", "--place", "place", "--record").ended(0);
    assertEquals(1, told.lines().size(), told.out());
    assertEquals(id, OpenApi.json(told.out()).path("id").asText());
    assertEquals(name, OpenApi.json(told.out()).at("/record/name").asText());
    assertEquals("", desk.type("follow", "--once", "--place", "place").ended(0).out());
    desk.type("follow", "--once", "--after", "nowhere").ended(1);
  }

  @Test
  void whoever_has_nothing_yet_begins_with_a_copy() throws IOException {
    Typed copy = desk.type("follow", "--once", "--copy", "--place", "new").ended(0);
    assertTrue(copy.out().contains("{\"end\":{\"count\":"), copy.out());
    assertTrue(read("new").length() > 20);
    assertEquals("", desk.type("follow", "--once", "--copy", "--place", "new").ended(0).out());
    desk.type("follow", "--copy", "--types", "EVENT").ended(2);
    desk.type("follow", "--wait", "0").ended(2);
  }

  @Test
  void whose_place_is_gone_begins_again_and_is_told() throws Exception {
    desk.type("follow", "--once", "--after", "now", "--place", "old").ended(0);
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("update head set epoch = epoch + 1");
    }
    Typed again = desk.type("follow", "--once", "--copy", "--place", "old").ended(0);
    assertTrue(again.out().startsWith("{\"restart\":{\"reason\":\"cursor-gone\"}}\n"), again.out());
    assertTrue(again.out().contains("{\"end\":{\"count\":"), again.out());
    assertTrue(again.err().contains("restored"), again.err());
    assertEquals("", desk.type("follow", "--once", "--place", "old").ended(0).out());
  }

  @Test
  void a_key_is_told_once_and_taken_back() throws IOException {
    String cluster = Api.make("/clusters", Records.aCluster());
    String name = Api.unique("Secretary");
    Typed made =
        desk.type(
                "key",
                "create",
                name,
                "--role",
                "editor",
                "--cluster",
                cluster,
                "--expires",
                "2100-01-01")
            .ended(0);
    String secret = made.out().strip();
    assertEquals(1, made.lines().size());
    assertFalse(made.err().contains(secret));
    Api.bearer(secret).get("/credentials").then().statusCode(403);
    Typed listed = desk.type("key", "list").ended(0);
    assertTrue(listed.out().contains(name) && !listed.out().contains(secret), listed.out());
    assertTrue(desk.type("key", "revoke", name).ended(2).err().contains("[y/N]"));
    desk.answering("n").type("key", "revoke", name).ended(1);
    desk.answering("y").type("key", "revoke", name).ended(0);
    Api.bearer(secret).get("/credentials").then().statusCode(401);
    assertTrue(desk.type("key", "revoke", name, "--yes").ended(1).err().contains(name));
  }

  @Test
  void a_key_goes_into_a_file_of_its_owner_and_into_no_other() throws IOException {
    String name = Api.unique("Partner");
    Typed made = desk.type("key", "create", name, "--role", "PARTNER", "--to", "key").ended(0);
    assertEquals("", made.out());
    String secret = read("key").strip();
    desk.type("key", "create", name, "--role", "PARTNER", "--to", "key").ended(4);
    desk.type("key", "create", name, "--role", "NONE", "--to", "other").ended(1);
    assertFalse(Files.exists(directory.resolve("other")));
    Desk partner =
        new Desk(directory, Map.of("GRAPPE_URL", desk.environment().get("GRAPPE_URL")), null);
    Typed refused = partner.type("key", "list", "--key-file", "key").ended(1);
    assertFalse(refused.err().contains(secret));
    partner.type("key", "list").ended(1);
    partner.type("key", "list", "--key-file", "none").ended(4);
  }

  @Test
  void a_key_that_nobody_takes_is_taken_back() throws IOException {
    String name = Api.unique("Nobody");
    Terminal full = terminal(InputStream.nullInputStream(), new PipedOutputStream());
    assertEquals(
        4, CommandLines.of(full).execute("key", "create", name, "--role", "PARTNER"), "exit code");
    assertFalse(desk.type("key", "list").ended(0).out().contains(name));
  }

  private Terminal terminal(InputStream in, OutputStream out) {
    Map<String, String> environment = desk.environment();
    return new Terminal(
        in,
        new PrintStream(out, true, UTF_8),
        new PrintStream(OutputStream.nullOutputStream(), true, UTF_8),
        environment,
        true,
        directory,
        Texts.of(environment, Locale.ENGLISH));
  }

  @Test
  void what_was_tried_is_written_and_nothing_else() throws IOException {
    String cluster = Api.make("/clusters", Records.aCluster());
    String members = "siren;name;from\n356000000;La Poste;2019-01-01\n";
    file("members.csv", members);
    InputStream asked =
        new FilterInputStream(new ByteArrayInputStream("y\n".getBytes(UTF_8))) {
          @Override
          public int read(byte[] part, int from, int length) throws IOException {
            file("members.csv", members + "\n");
            return super.read(part, from, length);
          }
        };
    Terminal terminal = terminal(asked, OutputStream.nullOutputStream());
    String[] typed = {"import", "members", "members.csv", "--cluster", cluster};
    assertEquals(4, CommandLines.of(terminal).execute(typed));
    desk.type("import", "members", "/dev/null", "--cluster", cluster).ended(4);
    desk.answering("y").type(typed).ended(0);
  }

  @Test
  void members_are_tried_told_and_taken_up() throws IOException {
    String cluster = Api.make("/clusters", Records.aCluster());
    file("members.csv", "siren;name;from\n356000000;La Poste;2019-01-01\n123;Wrong;2019-01-01\n");
    Typed tried = desk.type("import", "members", "members.csv", "--cluster", cluster).ended(1);
    assertTrue(tried.out().contains("123") && tried.out().contains("left out: 1"), tried.out());
    desk.type("import", "members", "members.csv", "--cluster", cluster, "--partial").ended(2);
    desk.type("import", "members", "members.csv", "--cluster", cluster, "--partial", "--yes")
        .ended(1);
    file("members.csv", "siren;name;from\n356000000;La Poste;2019-01-01\n");
    Typed again = desk.type("import", "members", "members.csv", "--cluster", cluster).ended(0);
    assertTrue(again.out().contains("there already: 1"), again.out());
    desk.type("import", "members", "nowhere.csv", "--cluster", cluster).ended(4);
    Typed nowhere =
        desk.type("import", "members", "members.csv", "--cluster", "no-such-cluster").ended(1);
    assertTrue(nowhere.err().contains("There is no cluster no-such-cluster."), nowhere.err());
  }

  @Test
  void faults_are_sentences_and_what_nobody_reads_is_one_line() throws IOException {
    String cluster = Api.make("/clusters", Records.aCluster());
    file("odd.csv", "name;from;notes;motto\nOne;05/06/2019;a;b\nTwo;;c;d\n");
    String[] typed = {"import", "members", "odd.csv", "--cluster", cluster, "--dry-run"};
    Typed told = desk.type(typed).ended(1);
    List<String> lines = told.lines();
    assertEquals(5, lines.size(), told.out());
    assertTrue(lines.get(0).startsWith("LINE  COLUMN  VALUE"), told.out());
    assertTrue(lines.get(1).contains("read as 2019-06-05  A day is written"), told.out());
    assertTrue(lines.get(2).endsWith("left out            A membership has appliedOn or from."));
    assertEquals(
        "Columns that are not read: notes, motto. What stands in them is not kept; all else is.",
        lines.get(3));
    Typed french = desk.with("LANG", "fr_FR").type(typed).ended(1);
    assertTrue(french.out().contains("Une adhésion a appliedOn ou from."), french.out());
    assertTrue(french.out().contains("Colonnes ignorées : notes, motto."), french.out());
    String help = desk.type("import", "members", "--help").ended(0).out();
    assertTrue(help.contains("appliedOn") && help.contains("endReason"), help);
  }

  @Test
  void a_list_of_a_cluster_that_is_not_there_is_refused() {
    Typed refused = desk.type("export", "memberships", "cluster=no-such").ended(1);
    assertTrue(refused.err().contains("no-such"), refused.err());
    String cluster = Api.make("/clusters", Records.aCluster());
    assertEquals("", desk.type("export", "memberships", "cluster=" + cluster).ended(0).out());
  }

  @Test
  void whoever_has_no_key_is_told_how_to_give_one() {
    Desk anyone =
        new Desk(directory, Map.of("GRAPPE_URL", desk.environment().get("GRAPPE_URL")), null);
    Typed refused = anyone.type("key", "list").ended(1);
    assertTrue(refused.err().contains("--key-file"), refused.err());
    Typed wrong = anyone.with("GRAPPE_KEY", "grp_a-key-of-nobody").type("key", "list").ended(1);
    assertFalse(wrong.err().contains("No key was given"), wrong.err());
    Typed which = desk.with("LANG", "fr").type("key").ended(2);
    assertTrue(which.err().startsWith("Il faut ici un de ces mots : create"), which.err());
  }

  @Test
  void a_key_that_is_of_no_use_is_not_given_in_silence() {
    String name = Api.unique("Twice");
    desk.type("key", "create", name, "--role", "PARTNER", "--expires", "2001-01-01").ended(2);
    Typed editor = desk.type("key", "create", name, "--role", "EDITOR").ended(0);
    assertTrue(editor.err().contains("It names no cluster"), editor.err());
    desk.type("key", "create", name, "--role", "PARTNER").ended(0);
    Typed several = desk.type("key", "revoke", name, "--yes").ended(1);
    assertTrue(several.err().contains("name one by its id"), several.err());
  }

  @Test
  void a_list_that_is_mistyped_is_named_as_it_may_have_been_meant() {
    Typed mistyped = desk.type("export", "organizations").ended(2);
    assertTrue(mistyped.err().contains("Did you mean organisations?"), mistyped.err());
    Typed resumed = desk.type("export", "cluster", "--resume", "-o", "mistyped").ended(2);
    assertTrue(resumed.err().contains("Did you mean clusters?"), resumed.err());
    Typed unknown = desk.type("export", "nonsense-of-mine").ended(2);
    assertTrue(unknown.err().contains("memberships, "), unknown.err());
    Typed nothing = desk.type("export", "clusters/no-such/mandates").ended(1);
    assertFalse(nothing.err().contains("Did you mean"), nothing.err());
  }

  @Test
  void a_place_that_cannot_be_kept_is_said_before_anything_is_told() {
    Typed nowhere = desk.type("follow", "--once", "--place", "none/place").ended(4);
    assertEquals("", nowhere.out());
    assertTrue(nowhere.err().contains("or no directory that it could be in"), nowhere.err());
    Typed directory = desk.type("follow", "--once", "--place", ".").ended(4);
    assertEquals("", directory.out());
  }

  @Test
  void what_stands_in_the_way_of_a_file_is_said() {
    Typed nowhere = desk.type("export", "clusters", "--output", "none/clusters").ended(4);
    assertTrue(nowhere.err().contains("or no directory that it could be in"), nowhere.err());
    Typed missing = desk.type("key", "list", "--key-file", "none").ended(4);
    assertFalse(missing.err().contains("Exception"), missing.err());
    Typed refused = desk.type("export", "clusters", "limit=x").ended(1);
    assertFalse(refused.err().contains("see errors"), refused.err());
  }

  @Test
  void subsidies_and_calendars_are_tried_first() throws IOException {
    Files.copy(
        Path.of("src/test/resources/data/scdl-maine-et-loire.csv"), directory.resolve("scdl.csv"));
    Typed tried = desk.type("import", "subsidies", "scdl.csv", "--dry-run").ended(1);
    assertTrue(tried.out().contains("lines: 75, to be made: 63"), tried.out());
    assertTrue(tried.out().contains("8,327,364.88 EUR"), tried.out());
    String event =
        "BEGIN:VEVENT\r\nUID:%s\r\nSUMMARY:Talks\r\nDTSTART:20190409T190000\r\nEND:VEVENT\r\n";
    file(
        "talks.ics",
        "BEGIN:VCALENDAR\r\n" + event.formatted(Api.unique("talks")) + "END:VCALENDAR\r\n");
    String cluster = Api.make("/clusters", Records.aCluster());
    Typed taken =
        desk.answering("y").type("import", "calendar", "talks.ics", "--cluster", cluster).ended(0);
    assertTrue(taken.out().contains("written: 1"), taken.out());
    desk.type("import", "calendar", "talks.ics").ended(2);
  }

  @Test
  void what_is_mistyped_or_refused_is_said_in_the_callers_language() {
    Desk french = desk.with("LANG", "fr_FR.UTF-8");
    assertTrue(french.type("exprot").ended(2).err().startsWith("Il n'y a pas de tel mot : exprot"));
    Typed refused = french.type("export", "clusters", "nonsense=1").ended(1);
    assertTrue(refused.err().startsWith("Refusé (400)"), refused.err());
    assertTrue(refused.err().contains("nonsense"), refused.err());
    assertTrue(french.type("--help").ended(0).out().contains("Commandes :"));
    assertTrue(desk.type("--version").ended(0).out().startsWith("grappe "));
    desk.with("GRAPPE_KEY", "two words").type("export").ended(2);
    desk.with("GRAPPE_URL", "nowhere").type("export").ended(2);
    Typed wrong = desk.with("GRAPPE_KEY", "grp_a-key-that-nobody-has").type("export").ended(1);
    assertFalse(wrong.err().contains("nobody"), wrong.err());
  }

  @Test
  void the_doctor_says_of_a_key_that_nobody_knows_that_it_is_the_key() {
    Typed doctor = desk.with("GRAPPE_KEY", "grp_a-key-of-nobody").type("doctor").ended(1);
    assertTrue(doctor.out().contains("ok  service:"), doctor.out());
    assertTrue(doctor.out().contains("!!  key:"), doctor.out());
    assertTrue(doctor.out().contains("Look which one is given"), doctor.out());
    assertFalse(doctor.out().contains("Start it"), doctor.out());
    String help = desk.type("doctor", "--help").ended(0).out();
    assertFalse(help.contains("localhost:8080"), help);
  }

  @Test
  void the_doctor_of_a_service_says_that_he_looks_at_nothing_here() {
    Typed doctor = desk.type("doctor").ended(0);
    assertTrue(doctor.lines().get(0).contains("this machine: It is not looked at"), doctor.out());
    Typed french = desk.with("LANG", "fr_FR").type("doctor", "--url", "http://localhost:1");
    assertTrue(french.ended(1).lines().get(0).contains("cette machine"), french.out());
  }
}
