package org.grappe.icalendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The zones that a calendar speaks of: by their names or, failing that, by its own rules. */
final class FileZones {
  /** How many names are looked up for one calendar, each for each year. */
  private static final int MOST = 1000;

  private final Map<String, RawComponent> defined = new HashMap<>();
  private final Map<String, Optional<Found>> found = new HashMap<>();
  private final ZoneId usual;

  /**
   * A zone that was found.
   *
   * @param sure false where another may be meant, which is then said
   */
  record Found(ZoneId zone, boolean sure) {}

  FileZones(RawComponent calendar, ZoneId otherwise) {
    for (RawComponent part : calendar.parts()) {
      if (part.name().equals("VTIMEZONE")) {
        part.parts().forEach(ZoneDefinition::noteRules);
        if (part.text("TZID") != null) {
          defined.putIfAbsent(key(part.text("TZID")), part);
        }
      }
    }
    this.usual = usual(calendar, otherwise);
  }

  private static ZoneId usual(RawComponent calendar, ZoneId otherwise) {
    Optional<ContentLine> line = calendar.first("X-WR-TIMEZONE");
    Optional<ZoneId> named =
        line.flatMap(
            told -> ZoneNames.exactly(told.value(), LocalDateTime.now(ZoneOffset.UTC).getYear()));
    if (line.isPresent() && named.isEmpty()) {
      calendar.notes().add(line.get().unread());
    }
    return named.orElse(otherwise);
  }

  /** That of times without a zone. */
  ZoneId usual() {
    return usual;
  }

  /**
   * The zone of a name.
   *
   * @param at the local time that is told in it
   */
  Optional<Found> of(String name, LocalDateTime at) {
    String zone = at.getYear() + key(name);
    if (found.size() >= MOST && !found.containsKey(zone)) {
      return Optional.empty();
    }
    return found.computeIfAbsent(zone, any -> find(name, at));
  }

  private static String key(String name) {
    return name.replace("\"", "").strip().toLowerCase(Locale.ROOT);
  }

  private Optional<Found> find(String name, LocalDateTime at) {
    int year = at.getYear();
    RawComponent definition = defined.get(key(name));
    return ZoneNames.exactly(name, year)
        .or(
            () ->
                Optional.ofNullable(definition)
                    .map(zone -> zone.value("X-LIC-LOCATION"))
                    .flatMap(location -> ZoneNames.exactly(location, year)))
        .map(zone -> new Found(zone, true))
        .or(
            () ->
                Optional.ofNullable(definition)
                    .flatMap(ZoneDefinition::of)
                    .flatMap(rules -> byRules(rules, name, at)))
        .or(() -> byCities(name).map(zone -> new Found(zone, false)))
        .or(
            () ->
                ZoneOffsets.before(name.toUpperCase(Locale.ROOT))
                    .map(offset -> ZoneOffsets.zone(offset, year))
                    .map(zone -> new Found(zone, false)));
  }

  /** The zone whose clocks go as the rules say; else the offset that they have then. */
  private Optional<Found> byRules(ZoneDefinition rules, String name, LocalDateTime at) {
    int year = at.getYear();
    Function<Instant, ZoneOffset> offsets = rules::at;
    Set<String> near = new LinkedHashSet<>();
    near.add(usual.getId());
    ZoneNames.byCities(name).forEach(zone -> near.add(zone.getId()));
    boolean fixed = ZoneOffsets.isFixed(offsets, year);
    if (!fixed) {
      near.addAll(everywhere());
    }
    Optional<ZoneId> like = ZoneOffsets.like(offsets, year, near);
    ZoneOffset then = rules.at(at.toInstant(rules.at(at.toInstant(ZoneOffset.UTC))));
    return Optional.of(
        like.map(zone -> new Found(zone, true))
            .orElseGet(() -> new Found(ZoneOffsets.zone(then, year), fixed)));
  }

  private static Collection<String> everywhere() {
    return Stream.concat(
            ZoneTables.windows().values().stream(),
            CalendarZones.KNOWN.stream().filter(id -> id.contains("/")).sorted())
        .filter(id -> !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
        .distinct()
        .toList();
  }

  private Optional<ZoneId> byCities(String name) {
    List<ZoneId> zones = ZoneNames.byCities(name);
    return zones.contains(usual) ? Optional.of(usual) : zones.stream().findFirst();
  }
}
