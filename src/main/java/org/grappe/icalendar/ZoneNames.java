package org.grappe.icalendar;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Zones by the names that programs give them. */
final class ZoneNames {
  /** {@code Romance Standard Time 2007}, {@code Europe/Paris-1}. */
  private static final Pattern DATED = Pattern.compile("[\\s/_-]*+\\(?\\d{1,8}\\)?$");

  /** No zone has a longer name; to look for what a longer one may mean would take long. */
  static final int LONGEST = 255;

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

  private ZoneNames() {}

  private static Map<String, String> names() {
    Map<String, String> names = new HashMap<>(ZoneTables.others());
    names.putAll(SHORT);
    ZoneTables.windows().forEach((name, zone) -> names.put(key(name), zone));
    CalendarZones.KNOWN.forEach(zone -> names.put(key(zone), zone));
    return Map.copyOf(names);
  }

  private static String key(String name) {
    return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  /**
   * The zone that a name is: of the IANA, old ones too, with something before it or a date behind
   * it; of Windows; or an offset.
   */
  static Optional<ZoneId> exactly(String text, int year) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    String name = key(text.replace("\"", ""));
    Optional<ZoneId> zone = whole(name, year);
    int slash = name.indexOf('/');
    while (zone.isEmpty() && slash >= 0 && slash < name.length() - 1) {
      name = key(name.substring(slash + 1));
      zone = whole(name, year);
      slash = name.indexOf('/');
    }
    return zone;
  }

  /** The zone that a name is with nothing before it. */
  private static Optional<ZoneId> whole(String name, int year) {
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
    return Stream.of(SUMMER.matcher(name), SUMMER.matcher(plain))
        .map(matcher -> matcher.replaceFirst("standard"))
        .flatMap(standard -> Stream.of(standard, standard + " standard time"))
        .flatMap(candidate -> known(candidate).stream())
        .findFirst();
  }

  private static Optional<ZoneId> known(String name) {
    return Optional.ofNullable(BY_NAME.get(name)).map(ZoneId::of);
  }
}
