package org.grappe.merger;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.value.PartialDate;

/**
 * What a succession is told: of which organisation, which other it becomes, and from which day.
 *
 * @param successor null where none is named yet
 * @param on from when it is that one; the first day that this may mean is the day on which
 *     memberships pass
 * @param act the act in the history by which all that was written for it is found; null before it
 */
record Succession(
    UUID organisation, UUID successor, PartialDate on, Memberships memberships, UUID act)
    implements Terms {

  /** What becomes of its memberships and applications. */
  @Schema(name = "SuccessionMemberships")
  enum Memberships {
    CARRY,
    END
  }

  LocalDate day() {
    return on.firstDay();
  }

  @Override
  public String beginning() {
    return """
        with p as (
          select ?::uuid as organisation, nullif(?, '')::uuid as successor, ?::date as day,
            ?::text as effective, ?::timestamptz as now, ?::boolean as carries,
            nullif(?, '')::uuid[] as readable, nullif(?, '')::uuid[] as edited,
            nullif(?, '')::uuid as act)
        """;
  }

  /** The driver knows no type of a null. */
  @Override
  public List<Object> args(Sight sight) {
    return List.of(
        organisation,
        Objects.toString(successor, ""),
        day(),
        on.text(),
        sight.now(),
        memberships == Memberships.CARRY,
        sight.applications(),
        sight.registrations(),
        Objects.toString(act, ""));
  }
}
