package org.grappe.period;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.grappe.value.PartialDate;

/**
 * A period as it is stored: all that holds in it, and which of it changed as it began. Records of
 * which nothing ever changed have none stored.
 *
 * @param id the record's own for the first
 * @param from when it began; absent of the first
 * @param nameProvisional absent where it isn't
 * @param changed the fields that changed on that day
 * @param unchanged those that were said to have, and by what was put right before are as they were;
 *     absent where there are none
 * @param reason why, in the words of whoever entered it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Period(
    UUID id,
    PartialDate from,
    String name,
    Boolean nameProvisional,
    String acronym,
    String legalForm,
    String city,
    String region,
    String siren,
    String siret,
    List<String> changed,
    List<String> unchanged,
    String reason,
    List<UUID> sources) {

  static Period of(UUID id, PartialDate from, Map<String, String> values, Why why) {
    return new Period(
        id,
        from,
        values.get("name"),
        values.containsKey("nameProvisional") ? true : null,
        values.get("acronym"),
        values.get("legalForm"),
        values.get("city"),
        values.get("region"),
        values.get("siren"),
        values.get("siret"),
        why.changed(),
        why.unchanged().isEmpty() ? null : why.unchanged(),
        why.reason(),
        why.sources());
  }

  /** What is said of a change beside the values. */
  record Why(List<String> changed, List<String> unchanged, String reason, List<UUID> sources) {}

  /** What holds in it, by field. */
  Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("name", name);
    values.put("nameProvisional", Boolean.TRUE.equals(nameProvisional) ? "true" : null);
    values.put("acronym", acronym);
    values.put("legalForm", legalForm);
    values.put("city", city);
    values.put("region", region);
    values.put("siren", siren);
    values.put("siret", siret);
    values.values().removeIf(value -> value == null);
    return values;
  }
}
