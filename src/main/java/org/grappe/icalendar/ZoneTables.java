package org.grappe.icalendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Zones of the IANA by names that others give them; the tables are files beside this. */
final class ZoneTables {
  private ZoneTables() {}

  /** Windows' names, as CLDR has them for the world (territory 001), in the order of CLDR. */
  static Map<String, String> windows() {
    return read("/windows-zones.tsv");
  }

  /** Older and English names that are in no other table, in lower case. */
  static Map<String, String> others() {
    return read("/zone-names.tsv");
  }

  /** All zones of places, those of Windows first. */
  static List<String> everywhere() {
    return Stream.concat(
            windows().values().stream(),
            CalendarZones.KNOWN.stream().filter(id -> id.contains("/")).sorted())
        .filter(id -> !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
        .distinct()
        .toList();
  }

  private static Map<String, String> read(String file) {
    Map<String, String> zones = new LinkedHashMap<>();
    try (InputStream in = ZoneTables.class.getResourceAsStream(file)) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .forEach(fields -> zones.put(fields[0], fields[1]));
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
    return zones;
  }
}
