package org.grappe.event;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * An occurrence that was moved or cancelled by itself, as it is kept with its event.
 *
 * @param date the day that the rule gives
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ChangedOccurrence(
    @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate date,
    OccurrenceContent moved,
    @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate cancelledOn,
    String reason,
    List<UUID> sources) {

  public static ChangedOccurrence none(LocalDate date) {
    return new ChangedOccurrence(date, OccurrenceContent.AS_PLANNED, null, null, List.of());
  }

  /** What is kept of the occurrence of this day, as it is planned where nothing is. */
  public static ChangedOccurrence of(List<ChangedOccurrence> changed, LocalDate date) {
    return changed.stream()
        .filter(one -> one.date().equals(date))
        .findFirst()
        .orElseGet(() -> none(date));
  }

  /** The same list with others in the place of those of their days, by day. */
  public static List<ChangedOccurrence> with(
      List<ChangedOccurrence> changed, List<ChangedOccurrence> next) {
    Map<LocalDate, ChangedOccurrence> all = new TreeMap<>();
    changed.forEach(one -> all.put(one.date(), one));
    next.forEach(one -> all.put(one.date(), one));
    return List.copyOf(all.values());
  }

  ChangedOccurrence moved(OccurrenceContent to) {
    return new ChangedOccurrence(date, to, cancelledOn, reason, sources);
  }

  ChangedOccurrence cancelled(LocalDate on, String why, List<UUID> from) {
    return new ChangedOccurrence(date, moved, on, why, from);
  }
}
