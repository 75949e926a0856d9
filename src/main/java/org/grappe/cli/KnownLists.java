package org.grappe.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.grappe.cli.remote.Remote;
import org.grappe.cli.remote.Target;
import org.grappe.cli.terminal.Failure;

/** The lists that a service has, of which one may have been mistyped. */
record KnownLists(List<String> names) {
  /** As the service names them. */
  static KnownLists of(Remote remote) {
    List<String> names = new ArrayList<>();
    for (JsonNode one : remote.read(Target.of("/")).path("collections")) {
      names.add(one.path("name").asText());
    }
    return new KnownLists(names);
  }

  /**
   * Looks whether there is the list that a path begins with.
   *
   * @throws Failure with the one that may have been meant, or all
   */
  void require(String path) {
    String name = path.replaceFirst("^/+", "").replaceFirst("[/.].*", "");
    if (!names.contains(name)) {
      throw nearest(name)
          .map(meant -> Failure.usage("export.no-list-like", name, meant))
          .orElseGet(() -> Failure.usage("export.no-list", name, String.join(", ", names)));
    }
  }

  /** The one that differs in few letters: a third of them at the most. */
  private Optional<String> nearest(String name) {
    return names.stream()
        .filter(known -> distance(name, known) <= Math.max(1, known.length() / 3))
        .min(Comparator.comparingInt(known -> distance(name, known)));
  }

  /** How many letters are to be put in, taken away or changed to make the one of the other. */
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
