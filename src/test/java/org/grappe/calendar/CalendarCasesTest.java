package org.grappe.calendar;

import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Records.aCluster;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What other programs write wrongly costs the line in which it stands, and is told with it. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class CalendarCasesTest {
  private static final Path FILES = Path.of("src/test/resources/data/calendars");
  private String host;

  @BeforeEach
  void a_cluster() {
    host = make("/clusters", aCluster());
  }

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FILES)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void every_event_of_a_file_that_a_program_wrote_is_taken(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int events = new String(bytes, StandardCharsets.UTF_8).split("BEGIN:VEVENT", -1).length - 1;
    JsonPath report = taken(bytes);
    assertEquals(events, report.getInt("made"), report.prettify());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "outlook-zone-in-french | 2030-07-09T14:00 Europe/Paris",
        "the-events-calendar-utc-offset | 2018-04-07T09:30 Etc/GMT-1",
        "windows-zone-of-morocco-and-hawaii | 2026-07-08T14:00 Africa/Casablanca",
        "windows-zones-of-wallis-samoa-saint-pierre | 2026-01-08T14:00 Etc/GMT-12",
        "lines-after-the-end | 2030-02-09T11:00 Europe/Paris",
      })
  void an_event_stands_when_its_file_says(String file, String expected) throws IOException {
    byte[] bytes = Files.readAllBytes(FILES.resolve(file + ".ics"));
    String id = send(bytes, "").path("items[0].event.id");
    JsonPath event = admin().get("/events/{id}", id).jsonPath();
    assertEquals(
        expected,
        event.getString("startsOn")
            + "T"
            + event.getString("startTime")
            + " "
            + event.getString("timezone"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X_Y Z:1",
        "no line at all",
        "<!-- cache -->",
        "é:1",
        ";;;",
        ":",
        "X-A;B=\"unclosed:1",
        "X-A;B=\"a\"b\"c\":1",
        "GEO:",
        "GEO:north",
        "URL:",
        "URL://example.org",
        "URL:javascript:alert(1)",
        "URL:http://a|b/",
        "URL:https://exa mple.org/",
        "URL:https://[::1",
        "URL:https://bücher.example/ä?q=|\"<>",
        "RRULE:",
        "RRULE:FREQ",
        "RRULE:FREQ=WEEKLY;COUNT=0",
        "RRULE:FREQ=WEEKLY;X-PART=1;COUNT=2",
        "RRULE:FREQ=WEEKLY;BYHOUR=10;BYMINUTE=0;COUNT=2",
        "DTEND:",
        "DTEND:tomorrow",
        "DTEND:20300208T100000Z",
        "DTEND;TZID=Moon:20300209T120000",
        "DTEND;VALUE=DATE:20300210",
        "DTEND:99991231T000000Z",
        "DURATION:",
        "DURATION:-PT1H",
        "DURATION:P1Y",
        "DURATION:PT",
        "DURATION:PT999999H",
        "SEQUENCE:",
        "SEQUENCE:-1",
        "SEQUENCE:99999999999",
        "UID:",
        "STATUS:",
        "EXDATE:",
        "EXDATE:never,20300216T100000Z",
        "EXDATE;TZID=Moon:20300216T100000",
        "LAST-MODIFIED:now",
        "DTSTAMP;TZID=Moon:20300209T120000",
        "DTSTART:20310209T100000Z",
        "SUMMARY:another",
        "END:VALARM",
        "BEGIN:VALARM",
        "ATTACH:data:\u0000\u0001",
        "DESCRIPTION:a\u0000b\tc",
      })
  void one_line_costs_no_event(String line) {
    String file =
        "BEGIN:VCALENDAR\r\n"
            + event("a", "DTSTART:20300209T100000Z\r\n" + line)
            + event("b", "DTSTART:20300210T100000Z")
            + "END:VCALENDAR\r\n";
    JsonPath report = taken(file.getBytes(StandardCharsets.UTF_8));
    assertEquals(2, report.getLong("made"), report.prettify());
    assertEquals(List.of("a", "b"), report.getList("items.name"));
    assertEquals(List.of(), report.getList("items[1].notes"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DTEND:20300208T100000Z | DTEND",
        "URL:http://a b/ | URL",
        "DURATION:-PT1H | DURATION",
        "RRULE:FREQ=EVER | RRULE",
        "EXDATE:never | EXDATE",
        "DTSTART:20310209T100000Z | DTSTART",
      })
  void what_is_left_out_is_told_with_its_line_and_its_name(String line, String property) {
    String file =
        "BEGIN:VCALENDAR\r\n" + event("a", "DTSTART:20300209T100000Z\r\n" + line) + "END:VCALENDAR";
    JsonPath report = taken(file.getBytes(StandardCharsets.UTF_8));
    String note = report.getString("items[0].notes[0]");
    assertTrue(note.startsWith("Line 6: ") && note.contains(property), note);
  }

  static Map<String, byte[]> whole() {
    String two =
        "BEGIN:VCALENDAR\r\n"
            + event("a", "DTSTART:20300209T100000Z\r\nLOCATION:Café")
            + event("b", "DTSTART:20300210T100000Z")
            + "END:VCALENDAR\r\n";
    return Map.of(
        "lines after the end", utf8(two + "\r\n<!-- 0.1 s -->\r\n"),
        "lines before the beginning", utf8("<br />\nWarning: x\n" + two),
        "two calendars",
            utf8(two.replaceFirst("END:VEVENT", "END:VEVENT\r\nEND:VCALENDAR\r\nBEGIN:VCALENDAR")),
        "no end", utf8(two.replace("END:VEVENT\r\nEND:VCALENDAR\r\n", "")),
        "an end that is missing", utf8(two.replaceFirst("END:VEVENT\r\n", "")),
        "carriage returns alone", utf8(two.replace("\n", "")),
        "line feeds alone", utf8(two.replace("\r", "")),
        "a mark", utf8("\uFEFF" + two),
        "windows", two.getBytes(Charset.forName("windows-1252")),
        "wide", two.getBytes(StandardCharsets.UTF_16));
  }

  @Test
  void a_file_that_is_framed_wrongly_is_taken_whole() {
    whole()
        .forEach(
            (name, file) -> {
              JsonPath report = taken(file);
              assertEquals(2, report.getLong("made"), name + " " + report.prettify());
            });
  }

  @Test
  void what_is_no_calendar_is_refused_with_its_line_and_soon() throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(whole().get("a mark"));
    }
    List<byte[]> files =
        List.of(
            new byte[0],
            utf8("hello"),
            zipped.toByteArray(),
            utf8("x".repeat((10 << 20) - 1)),
            utf8("BEGIN:VCALENDAR\r\nhello\r\nEND:VCALENDAR"));
    for (byte[] file : files) {
      Response answer = send(file, "&dryRun=true");
      assertEquals(400, answer.statusCode());
      assertTrue(answer.path("detail").toString().matches(".*line [12] .*"), answer.asString());
    }
  }

  @Test
  void more_events_than_one_request_can_write_are_refused_at_once() {
    String one = "BEGIN:VEVENT\r\nEND:VEVENT\r\n";
    Response answer = send(utf8("BEGIN:VCALENDAR\r\n" + one.repeat(100_000)), "");
    assertEquals(413, answer.statusCode());
    assertTrue(answer.path("detail").toString().contains("10000"), answer.asString());
  }

  private JsonPath taken(byte[] file) {
    Response answer = send(file, "&dryRun=true");
    assertEquals(200, answer.statusCode(), answer.asString());
    return answer.jsonPath();
  }

  private Response send(byte[] file, String more) {
    return admin()
        .contentType("text/calendar")
        .body(file)
        .post("/events/ics?host=" + host + more)
        .then()
        .extract()
        .response();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String event(String name, String lines) {
    return "BEGIN:VEVENT\r\nSUMMARY:%s\r\nUID:case-%s\r\n%s\r\nEND:VEVENT\r\n"
        .formatted(name, name, lines);
  }
}
