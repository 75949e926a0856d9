package org.grappe.icalendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.TimeZoneRegistry;

/** Zones as calendars write them. */
public final class CalendarZones {
  private static final Set<String> UTC =
      Set.of("UTC", "Etc/UTC", "UCT", "Etc/UCT", "Zulu", "Etc/Zulu", "Universal", "Etc/Universal");

  /** Java's own; the library adds hundreds of its own making. */
  static final Set<String> KNOWN =
      ZoneId.getAvailableZoneIds().stream()
          .filter(id -> !id.startsWith("ical4j"))
          .collect(Collectors.toUnmodifiableSet());

  /** Zones that Java knows and the library doesn't. */
  private static final Map<String, String> SYSTEM_V =
      Map.of(
          "SystemV/AST4ADT", "America/Halifax",
          "SystemV/EST5EDT", "EST5EDT",
          "SystemV/CST6CDT", "CST6CDT",
          "SystemV/MST7MDT", "MST7MDT",
          "SystemV/PST8PDT", "PST8PDT",
          "SystemV/YST9YDT", "America/Anchorage");

  private static final Map<String, String> DEFINED = new ConcurrentHashMap<>();

  private CalendarZones() {}

  static boolean isUtc(ZoneId zone) {
    return UTC.contains(zone.getId());
  }

  /**
   * The definition of a zone under the name that it has here, as the library's files have it: its
   * registry would make zones of its own in the virtual machine, once and for all.
   */
  static String definition(ZoneId zone) {
    return DEFINED.computeIfAbsent(zone.getId(), CalendarZones::read);
  }

  private static String read(String id) {
    String file = "zoneinfo/" + nameInLibrary(id) + ".ics";
    try (InputStream in = TimeZoneRegistry.class.getClassLoader().getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .dropWhile(line -> !line.equals("BEGIN:VTIMEZONE"))
          .takeWhile(line -> !line.equals("END:VCALENDAR"))
          .map(line -> line.startsWith("TZID:") ? "TZID:" + id : line)
          .collect(Collectors.joining("\r\n"));
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }

  /** The name under which the library has it. */
  private static String nameInLibrary(String id) {
    return id.startsWith("SystemV/")
        ? SYSTEM_V.getOrDefault(id, "Etc/GMT+" + id.replaceAll("\\D", ""))
        : id;
  }

  /** Whether Java knows a zone of this name. */
  public static boolean isKnown(String id) {
    return KNOWN.contains(id);
  }
}
