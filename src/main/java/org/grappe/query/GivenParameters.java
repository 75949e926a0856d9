package org.grappe.query;

import java.util.List;
import java.util.Optional;
import org.grappe.value.Violation;

/** What holds for every query parameter, whatever it means. */
public final class GivenParameters {
  private GivenParameters() {}

  /**
   * Something is said by each, and by one that takes one value it is said once.
   *
   * @param isList whether it takes several values, set apart by commas or each by itself
   */
  public static Optional<Violation> fault(String name, List<String> values, boolean isList) {
    if (values.size() > 1 && !isList) {
      return Optional.of(Violation.parameter(name, "parameter.repeated", name));
    }
    return values.stream().anyMatch(String::isBlank)
        ? Optional.of(Violation.parameter(name, "parameter.empty", name))
        : Optional.empty();
  }
}
