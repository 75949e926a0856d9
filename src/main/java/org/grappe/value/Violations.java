package org.grappe.value;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers all that is wrong with one body, so that it can be told at once. */
public final class Violations {
  private final List<Violation> found = new ArrayList<>();

  public Violations add(String pointer, String key, Object... args) {
    found.add(Violation.pointer(pointer, key, args));
    return this;
  }

  /** Adds the fault if the rule is broken. */
  public Violations addIf(boolean broken, String pointer, String key, Object... args) {
    return broken ? add(pointer, key, args) : this;
  }

  /** Whether something at this place is known to be wrong already. */
  public boolean has(String pointer) {
    return found.stream().anyMatch(fault -> fault.at().equals(pointer));
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** What was found, ordered by place. */
  public List<Violation> all() {
    return found.stream().sorted(Comparator.comparing(Violation::at)).toList();
  }
}
