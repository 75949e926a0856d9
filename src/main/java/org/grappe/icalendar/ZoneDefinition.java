package org.grappe.icalendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What a file itself says of a zone: since when which offset is in force (RFC 5545, 3.6.5). */
final class ZoneDefinition {
  private final List<Observance> observances;
  private final Map<Integer, NavigableMap<Instant, ZoneOffset>> onsets = new ConcurrentHashMap<>();

  /** What it takes to look for one zone among all others, in the effort of one rule. */
  private static final int COMPARING = 50;

  private ZoneDefinition(List<Observance> observances) {
    this.observances = observances;
  }

  /** Empty where nothing of it can be used. */
  static Optional<ZoneDefinition> of(RawComponent component) {
    List<Observance> observances =
        component.parts().stream().flatMap(part -> Observance.of(part).stream()).toList();
    return observances.isEmpty() ? Optional.empty() : Optional.of(new ZoneDefinition(observances));
  }

  /** How much it takes to find the zone of a year, in the effort of one rule. */
  int effort() {
    return COMPARING + observances.stream().mapToInt(one -> 1 + one.dates().size() / 100).sum();
  }

  /** The offset at an instant. */
  ZoneOffset at(Instant instant) {
    int year = instant.atOffset(ZoneOffset.UTC).getYear();
    Map.Entry<Instant, ZoneOffset> last =
        onsets.computeIfAbsent(year, this::around).floorEntry(instant);
    return last != null ? last.getValue() : observances.get(0).from();
  }

  private NavigableMap<Instant, ZoneOffset> around(int year) {
    NavigableMap<Instant, ZoneOffset> found = new TreeMap<>();
    for (Observance one : observances) {
      one.onsets(year).forEach(onset -> found.put(onset.toInstant(one.from()), one.to()));
    }
    return found;
  }

  /**
   * The zone whose clocks go as it says; else the offset that they have then.
   *
   * @param at the local time that is told in it
   * @param near zones that are compared with it before all others
   */
  FoundZone zone(LocalDateTime at, Set<String> near) {
    ZoneClock clock = new ZoneClock(this::at, at.getYear());
    boolean fixed = clock.isFixed();
    Set<String> zones = new LinkedHashSet<>(near);
    if (!fixed) {
      zones.addAll(ZoneTables.everywhere());
    }
    Optional<ZoneId> like = clock.like(zones);
    ZoneOffset then = at(at.toInstant(at(at.toInstant(ZoneOffset.UTC))));
    return like.map(FoundZone::sure)
        .orElseGet(() -> new FoundZone(ZoneOffsets.zone(then, at.getYear()), fixed));
  }
}
