package org.grappe.icalendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Windows' names of zones, as CLDR has them for the world (territory 001). */
final class WindowsZones {
  private static final String FILE = "/windows-zones.tsv";

  private WindowsZones() {}

  /** The zone of the IANA for each name, in the order of CLDR. */
  static Map<String, String> table() {
    Map<String, String> zones = new LinkedHashMap<>();
    try (InputStream in = WindowsZones.class.getResourceAsStream(FILE)) {
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
