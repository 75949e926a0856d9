package org.grappe.icalendar;

import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Zones by the cities that a name tells. */
final class ZoneCities {
  private static final Instant WINTER = Instant.parse("2026-01-15T12:00:00Z");

  /** Zones with a city in their name, by what is left of it without case and accents. */
  private static final Map<String, List<String>> BY_CITY =
      CalendarZones.KNOWN.stream()
          .filter(id -> id.contains("/") && !id.matches("(Etc|SystemV|US)/.*"))
          .sorted()
          .collect(
              Collectors.groupingBy(
                  id -> plain(id.substring(id.lastIndexOf('/') + 1)),
                  TreeMap::new,
                  Collectors.toList()));

  private ZoneCities() {}

  /** Zones of the cities in a name as Windows shows it, in any language: those of its offset. */
  static List<ZoneId> in(String name) {
    Optional<ZoneOffset> offset = ZoneOffsets.before(name.toUpperCase(Locale.ROOT));
    List<String> words =
        Arrays.stream(name.replaceFirst("^\\([^)]*\\)", "").split("[,;]"))
            .map(ZoneCities::plain)
            .filter(word -> word.length() > 3)
            .toList();
    return Stream.of(word(words, false), word(words, true))
        .flatMap(found -> found)
        .filter(zone -> offset.map(told -> has(zone, told)).orElse(false))
        .distinct()
        .toList();
  }

  /** The zones whose city is one of the words, or begins as one does. */
  private static Stream<ZoneId> word(List<String> words, boolean begins) {
    return words.stream()
        .limit(20)
        .flatMap(
            word ->
                begins
                    ? BY_CITY.entrySet().stream()
                        .filter(city -> city.getKey().startsWith(word.substring(0, 4)))
                        .flatMap(city -> city.getValue().stream())
                    : BY_CITY.getOrDefault(word, List.of()).stream())
        .map(ZoneId::of);
  }

  private static boolean has(ZoneId zone, ZoneOffset offset) {
    return zone.getRules().getStandardOffset(WINTER).equals(offset)
        || zone.getRules().getOffset(WINTER).equals(offset);
  }

  private static String plain(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z]", "");
  }
}
