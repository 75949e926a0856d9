package org.grappe.icalendar;

import java.text.Normalizer;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Zones by the names that programs give them. */
final class ZoneNames {
  /** {@code Romance Standard Time 2007}, {@code Europe/Paris-1}. */
  private static final Pattern DATED = Pattern.compile("[\\s/_-]*\\(?\\d{1,8}\\)?$");

  private static final Pattern SUMMER = Pattern.compile("(daylight|summer)(?= time$)");

  /** Abbreviations that neither Java nor Windows has; the IANA's three have one offset all year. */
  private static final Map<String, String> SHORT =
      Map.of(
          "cest", "CET",
          "mez", "CET",
          "mesz", "CET",
          "z", "Etc/UTC",
          "est", "Etc/GMT+5",
          "mst", "Etc/GMT+7",
          "hst", "Etc/GMT+10");

  private static final Map<String, String> BY_NAME = names();

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

  private ZoneNames() {}

  private static Map<String, String> names() {
    Map<String, String> names = new HashMap<>(ZoneTables.others());
    names.putAll(SHORT);
    ZoneTables.windows().forEach((name, zone) -> names.put(key(name), zone));
    CalendarZones.KNOWN.forEach(zone -> names.put(key(zone), zone));
    return Map.copyOf(names);
  }

  private static boolean has(ZoneId zone, ZoneOffset offset) {
    java.time.Instant winter = java.time.Instant.parse("2026-01-15T12:00:00Z");
    return zone.getRules().getStandardOffset(winter).equals(offset)
        || zone.getRules().getOffset(winter).equals(offset);
  }

  private static String key(String name) {
    return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  /**
   * The zone that a name is: of the IANA, old ones too, with something before it or a date behind
   * it; of Windows; or an offset.
   */
  static Optional<ZoneId> exactly(String text, int year) {
    String name = key(text.replace("\"", ""));
    Optional<ZoneId> known = known(name);
    if (known.isPresent()) {
      return known;
    }
    Optional<ZoneId> offset =
        ZoneOffsets.named(name.toUpperCase(Locale.ROOT))
            .map(named -> ZoneOffsets.zone(named, year));
    if (offset.isPresent()) {
      return offset;
    }
    String plain = DATED.matcher(name).replaceFirst("");
    Optional<ZoneId> undated =
        Stream.of(SUMMER.matcher(name), SUMMER.matcher(plain))
            .map(matcher -> matcher.replaceFirst("standard"))
            .flatMap(standard -> Stream.of(standard, standard + " standard time"))
            .flatMap(candidate -> known(candidate).stream())
            .findFirst();
    int slash = name.indexOf('/');
    return undated.isPresent() || slash < 0 || slash == name.length() - 1
        ? undated
        : exactly(name.substring(slash + 1), year);
  }

  private static Optional<ZoneId> known(String name) {
    return Optional.ofNullable(BY_NAME.get(name)).map(ZoneId::of);
  }

  /** Zones of the cities in a name as Windows shows it, in any language: those of its offset. */
  static List<ZoneId> byCities(String name) {
    Optional<ZoneOffset> offset = ZoneOffsets.before(name.toUpperCase(Locale.ROOT));
    List<String> words =
        Arrays.stream(name.replaceFirst("^\\([^)]*\\)", "").split("[,;]"))
            .map(ZoneNames::plain)
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

  private static String plain(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z]", "");
  }
}
