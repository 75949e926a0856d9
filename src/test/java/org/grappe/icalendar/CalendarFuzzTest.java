package org.grappe.icalendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.grappe.testing.Effort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever befalls a line of a real calendar, the events that it is not in are read as before. */
class CalendarFuzzTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final List<String> ODD =
      List.of(
          "",
          ":",
          ";",
          "\"",
          "\\",
          "\u0000",
          "é",
          "\t",
          "X_Y:1",
          "no line",
          "BEGIN:VALARM",
          "END:X");

  @Test
  void one_broken_line_costs_no_other_event() throws IOException {
    List<String> lines = real();
    List<CalendarComponent> whole = read(String.join("\r\n", lines));
    long seed = System.nanoTime();
    System.out.println("seed of the lines: " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < Effort.of(1_500, 300); i++) {
      List<String> broken = new ArrayList<>(lines);
      int at = random.nextInt(lines.size() - 2) + 1;
      boolean frame = lines.get(at).matches("(BEGIN|END):.*");
      String line = lines.get(at);
      int cut = random.nextInt(line.length() + 1);
      switch (frame ? 3 : random.nextInt(4)) {
        case 0 -> broken.set(at, line.substring(0, cut) + odd(random) + line.substring(cut));
        case 1 -> broken.set(at, line.substring(0, cut));
        case 2 -> broken.remove(at);
        default -> broken.add(at, odd(random));
      }
      String file = String.join("\r\n", broken);
      List<CalendarComponent> read = read(file);
      List<CalendarEvent> untouched =
          whole.stream().map(CalendarComponent::event).filter(e -> !isIn(e, lines, at)).toList();
      List<CalendarEvent> found = read.stream().map(CalendarComponent::event).toList();
      assertTrue(found.containsAll(untouched), "seed " + seed + " " + i + ": " + broken.get(at));
    }
  }

  @Test
  void bytes_at_random_never_break_the_reading() throws IOException {
    byte[] file = String.join("\r\n", real()).getBytes(StandardCharsets.UTF_8);
    long seed = System.nanoTime();
    System.out.println("seed of the bytes: " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < Effort.of(1_000, 200); i++) {
      byte[] broken = file.clone();
      for (int k = random.nextInt(40); k >= 0; k--) {
        // after the first line, without which it is no calendar
        broken[17 + random.nextInt(file.length - 17)] = (byte) random.nextInt(256);
      }
      ReadCalendar.of(broken, PARIS);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BEGIN:VEVENT",
        "no line",
        "X:1",
        "BEGIN:VEVENT|UID:%d|SUMMARY:s|DTSTART;TZID=(UTC+01:00) Z%d:20300101T100000|END:VEVENT",
        " folded",
        "DESCRIPTION:a|b",
      })
  void mebibytes_of_anything_are_read_in_bounded_time(String part) {
    StringBuilder file = new StringBuilder("BEGIN:VCALENDAR\nBEGIN:VEVENT\n");
    for (int i = 0; file.length() < Effort.of(10, 2) << 20; i++) {
      file.append(part.replace("%d", "" + i).replace('|', '\n')).append('\n');
    }
    byte[] bytes = file.toString().getBytes(StandardCharsets.UTF_8);
    assertTimeoutPreemptively(Duration.ofSeconds(60), () -> ReadCalendar.of(bytes, PARIS));
  }

  /** No line has a length that it must not pass. */
  private static Stream<String> longLines() {
    int length = Effort.of(1 << 20, 1 << 17);
    String marks = "\u0301".repeat(length / 2) + "\u0323".repeat(length / 2);
    return Stream.of(
        "DTSTART;TZID=" + "-".repeat(length) + "x:20300101T100000",
        "DTSTART;TZID=" + "a/".repeat(length / 2) + "a:20300101T100000",
        "DTSTART;TZID=(UTC" + "x".repeat(length) + ")\u2028x:20300101T100000",
        "DTSTART;TZID=(UTC+01:00) a" + marks + ":20300101T100000",
        "END:VEVENT|X-WR-TIMEZONE:" + "-".repeat(length) + "x|BEGIN:VEVENT",
        "DTSTART:20300101T100000|DURATION:PT" + "1H".repeat(length / 2),
        "DTSTART:20300101|RRULE:FREQ=DAILY;BYMONTHDAY=1" + ",1".repeat(length / 2),
        "DTSTART:20300101|RRULE:FREQ=DAILY|EXDATE:20300101" + ",20300102".repeat(length / 9),
        "DTSTART:20300101T100000." + "1".repeat(length) + "x",
        "DTSTART:20300101|URL:" + "http://".repeat(length / 7),
        "DTSTART:20300101|SUMMARY:" + marks);
  }

  @ParameterizedTest
  @MethodSource("longLines")
  void a_long_line_is_read_in_bounded_time(String lines) {
    String file =
        "BEGIN:VCALENDAR|BEGIN:VEVENT|UID:u|SUMMARY:s|" + lines + "|END:VEVENT|END:VCALENDAR";
    assertTimeoutPreemptively(Duration.ofSeconds(10), () -> read(file.replace('|', '\n')));
  }

  /** Small files that tell what takes hours to be followed. */
  private static Stream<String> zones() {
    String observance =
        "BEGIN:STANDARD|DTSTART:19700101T000000|TZOFFSETFROM:+0107|TZOFFSETTO:+0207|";
    return Stream.of(
        (observance + "RRULE:FREQ=SECONDLY|END:STANDARD|").repeat(300),
        (observance + "RRULE:FREQ=YEARLY|END:STANDARD|").repeat(5_000),
        observance + "RRULE:FREQ=YEARLY;BYDAY=MO" + ",MO".repeat(50_000) + "|END:STANDARD|",
        observance
            + "RRULE:FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=0"
            + IntStream.range(1, 24).mapToObj(i -> "," + i).collect(Collectors.joining())
            + ";BYMINUTE=0"
            + IntStream.range(1, 60).mapToObj(i -> "," + i).collect(Collectors.joining())
            + "|END:STANDARD|",
        observance
            + "RDATE:20000101T000000"
            + ",20010101T000000".repeat(50_000)
            + "|END:STANDARD|");
  }

  @ParameterizedTest
  @MethodSource("zones")
  void a_zone_that_a_file_defines_is_followed_in_bounded_time(String observances) {
    StringBuilder file =
        new StringBuilder("BEGIN:VCALENDAR|BEGIN:VTIMEZONE|TZID:Ours|")
            .append(observances)
            .append("END:VTIMEZONE|");
    for (int year = 1900; year < 2200; year++) {
      file.append(
          "BEGIN:VEVENT|UID:%1$d|SUMMARY:s|DTSTART;TZID=Ours:%1$d0101T100000|END:VEVENT|"
              .formatted(year));
    }
    String whole = file.append("END:VCALENDAR").toString().replace('|', '\n');
    assertTimeoutPreemptively(Duration.ofSeconds(30), () -> read(whole));
  }

  @Test
  void notes_are_told_up_to_twenty_and_the_others_are_counted() {
    String event =
        """
        BEGIN:VCALENDAR
        BEGIN:VEVENT
        UID:u
        SUMMARY:s
        DTSTART:20300101
        """;
    List<CalendarComponent> read = read(event + "no line\n".repeat(1000) + "END:VEVENT");
    List<CalendarNote> notes = read.get(0).notes();
    assertEquals(21, notes.size());
    assertEquals(List.of(980), notes.get(20).args());
  }

  private static boolean isIn(CalendarEvent event, List<String> lines, int at) {
    int uid = lines.indexOf("UID:" + event.uid());
    int begins = uid;
    while (!lines.get(begins).equals("BEGIN:VEVENT")) {
      begins--;
    }
    int ends = uid;
    while (!lines.get(ends).equals("END:VEVENT")) {
      ends++;
    }
    return (at >= begins && at <= ends + 1) || at < lines.indexOf("BEGIN:VEVENT");
  }

  private static String odd(Random random) {
    return ODD.get(random.nextInt(ODD.size()));
  }

  private static List<CalendarComponent> read(String file) {
    return ReadCalendar.of(file.getBytes(StandardCharsets.UTF_8), PARIS).components();
  }

  private static List<String> real() throws IOException {
    try (InputStream file =
        CalendarFuzzTest.class.getResourceAsStream("/data/calendar-lyon-tech-hub.ics")) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.replaceAll("\r?\n ", "").split("\r?\n"))
          .collect(Collectors.toCollection(ArrayList::new));
    }
  }
}
