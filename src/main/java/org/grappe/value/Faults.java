package org.grappe.value;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers all that is wrong with one body, so that it can be told at once. */
public final class Faults {
  private final List<Fault> found = new ArrayList<>();

  public Faults add(String pointer, String key, Object... args) {
    found.add(Fault.pointer(pointer, key, args));
    return this;
  }

  /** Adds the fault if the rule is broken. */
  public Faults addIf(boolean broken, String pointer, String key, Object... args) {
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
  public List<Fault> all() {
    return found.stream().sorted(Comparator.comparing(Fault::at)).toList();
  }
}
