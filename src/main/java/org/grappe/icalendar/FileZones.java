package org.grappe.icalendar;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The zones that a calendar speaks of: by their names or, failing that, by its own rules. */
final class FileZones {
  /** How many names are looked up for one calendar, each for each year. */
  private static final int MOST = 1000;

  private final Map<String, RawComponent> defined = new HashMap<>();
  private final Map<String, Optional<ZoneDefinition>> definitions = new HashMap<>();
  private final Map<String, Optional<FoundZone>> found = new HashMap<>();
  private final ZoneEffort effort;
  private final ZoneId usual;

  /**
   * Those of a calendar.
   *
   * @param effort that may go into the zones of all calendars of the file
   */
  FileZones(RawComponent calendar, ZoneId otherwise, ZoneEffort effort) {
    this.effort = effort;
    for (RawComponent part : calendar.parts()) {
      if (part.name().equals("VTIMEZONE")) {
        part.parts().forEach(Observance::noteRules);
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
  Optional<FoundZone> of(String name, LocalDateTime at) {
    if (name.length() > ZoneNames.LONGEST) {
      return Optional.empty();
    }
    String zone = at.getYear() + key(name);
    if (found.size() >= MOST && !found.containsKey(zone)) {
      return Optional.empty();
    }
    return found.computeIfAbsent(zone, any -> find(name, at));
  }

  private static String key(String name) {
    return name.replace("\"", "").strip().toLowerCase(Locale.ROOT);
  }

  private Optional<FoundZone> find(String name, LocalDateTime at) {
    int year = at.getYear();
    Optional<RawComponent> definition = Optional.ofNullable(defined.get(key(name)));
    return ZoneNames.exactly(name, year)
        .or(
            () ->
                definition
                    .map(zone -> zone.value("X-LIC-LOCATION"))
                    .flatMap(location -> ZoneNames.exactly(location, year)))
        .map(FoundZone::sure)
        .or(
            () ->
                definitions
                    .computeIfAbsent(key(name), any -> definition.flatMap(ZoneDefinition::of))
                    .filter(own -> effort.suffices(own.effort()))
                    .map(own -> own.zone(at, near(name))))
        .or(() -> byCities(name).map(FoundZone::unsure))
        .or(
            () ->
                ZoneOffsets.before(name.toUpperCase(Locale.ROOT))
                    .map(offset -> FoundZone.unsure(ZoneOffsets.zone(offset, year))));
  }

  /** The zones that a name may mean before others: the usual one and those of its cities. */
  private Set<String> near(String name) {
    Set<String> near = new LinkedHashSet<>();
    near.add(usual.getId());
    ZoneCities.in(name).forEach(zone -> near.add(zone.getId()));
    return near;
  }

  private Optional<ZoneId> byCities(String name) {
    List<ZoneId> zones = ZoneCities.in(name);
    return zones.contains(usual) ? Optional.of(usual) : zones.stream().findFirst();
  }
}
