package org.grappe.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.grappe.caller.Callers;
import org.grappe.problem.Problems;
import org.grappe.record.ClusterNames;
import org.grappe.value.RegionRef;
import org.grappe.value.Slugs;
import org.grappe.value.Violation;
import org.grappe.value.WholeNumbers;

/** What the query of a request for changes says; all faults are told at once. */
@ApplicationScoped
class ChangeParameters {
  private static final int LONGEST_WAIT = 30;
  private static final UUID NONE = new UUID(0, 0);
  private final RecordTypes types;
  private final ClusterNames clusters;
  private final Callers callers;

  ChangeParameters(RecordTypes types, ClusterNames clusters, Callers callers) {
    this.types = types;
    this.clusters = clusters;
    this.callers = callers;
  }

  /**
   * As the texts say.
   *
   * @throws org.grappe.problem.Problem {@code invalid-parameter}
   */
  ChangeQuery read(List<String> types, String cluster, String region, String limit, String embed) {
    List<Violation> faults = new ArrayList<>();
    List<String> tables = tables(types, faults);
    int most = number("limit", limit, 1, ChangeQuery.MOST, ChangeQuery.USUAL, faults);
    if (embed != null && !embed.equals("record")) {
      faults.add(Violation.parameter("embed", "changes.embed"));
    }
    boolean isReference = cluster == null || Slugs.isKey(cluster);
    if (!isReference) {
      faults.add(Violation.parameter("cluster", "parameter.reference", cluster));
    }
    if (region != null && !RegionRef.isCode(region)) {
      faults.add(Violation.parameter("region", "parameter.region", region));
    }
    if (!faults.isEmpty()) {
      throw Problems.parameters(faults);
    }
    return new ChangeQuery(
        tables, clusters(cluster), region, most, embed != null, callers.current());
  }

  /** Seconds. */
  int seconds(String wait) {
    List<Violation> faults = new ArrayList<>();
    int seconds = number("wait", wait, 0, LONGEST_WAIT, 0, faults);
    if (!faults.isEmpty()) {
      throw Problems.parameters(faults);
    }
    return seconds;
  }

  private static int number(
      String name, String text, int least, int most, int usual, List<Violation> faults) {
    if (text == null) {
      return usual;
    }
    OptionalInt number = WholeNumbers.upTo(text, least, most);
    if (number.isEmpty()) {
      faults.add(
          Violation.parameter(name, name.equals("limit") ? "parameter.limit" : "changes.wait"));
    }
    return number.orElse(usual);
  }

  private List<String> tables(List<String> texts, List<Violation> faults) {
    Map<String, String> known = types.tables();
    List<String> tables = new ArrayList<>();
    for (String text : String.join(",", texts == null ? List.of() : texts).split(",")) {
      String type = text.strip().replace('-', '_').toUpperCase(Locale.ROOT);
      if (known.containsKey(type)) {
        tables.add(known.get(type));
      } else if (!type.isEmpty()) {
        faults.add(
            Violation.parameter("types", "parameter.choice", String.join(", ", known.keySet())));
        break;
      }
    }
    return List.copyOf(tables);
  }

  /** One that nobody has is asked for where there is no such cluster. */
  private List<UUID> clusters(String text) {
    return text == null ? List.of() : List.of(clusters.everNamed(text).orElse(NONE));
  }
}
