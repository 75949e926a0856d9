package org.grappe.organisation;

import java.util.Map;
import java.util.Objects;
import org.grappe.period.Timeline;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;
import org.grappe.value.LegalIds;
import org.grappe.value.Violations;

/** The legal numbers of an organisation, which must agree in each of its periods. */
final class LegalNumbers {
  private LegalNumbers() {}

  /**
   * Makes sure that they do.
   *
   * @throws Problem {@code validation-failed}
   */
  static void check(Timeline timeline) {
    Violations violations = new Violations();
    for (Map<String, String> values : timeline.all()) {
      if (!violations.has("/siret")) {
        LegalIds.check(values.get("siren"), values.get("siret"), violations);
        violations.addIf(
            values.get("siren") == null && values.get("siret") != null,
            "/siret",
            "siret.disagrees");
      }
    }
    Problems.raise(violations);
  }

  /** Whether they are on every day what they were. */
  static boolean areSame(Timeline before, Timeline next) {
    return Objects.equals(before.changesOf("siren"), next.changesOf("siren"))
        && Objects.equals(before.changesOf("siret"), next.changesOf("siret"));
  }
}
