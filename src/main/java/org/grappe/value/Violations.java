package org.grappe.value;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Gathers all that is wrong with one body, so that it can be told at once. */
public final class Violations {
  private final List<Violation> found = new ArrayList<>();
  private final Predicate<String> says;

  public Violations() {
    this(member -> true);
  }

  private Violations(Predicate<String> says) {
    this.says = says;
  }

  /** Of a request that says these members of a record alone. */
  public static Violations of(Set<String> members) {
    return new Violations(members::contains);
  }

  public Violations add(String pointer, String key, Object... args) {
    found.add(Violation.pointer(pointer, key, args));
    return this;
  }

  /** Adds the fault if the rule is broken. */
  public Violations addIf(boolean broken, String pointer, String key, Object... args) {
    return broken ? add(pointer, key, args) : this;
  }

  /**
   * Adds that two members do not go together: at the second, or at the first where the request says
   * nothing of the second.
   */
  public void addPair(Violation first, Violation second) {
    found.add(!isSaid(second) && isSaid(first) ? first : second);
  }

  private boolean isSaid(Violation fault) {
    return says.test(fault.at().split("/", 3)[1]);
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
