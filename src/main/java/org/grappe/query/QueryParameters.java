package org.grappe.query;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.grappe.problem.Problems;
import org.grappe.value.Violation;

/** The query parameters of a request, read one by one; all faults are told at once. */
final class QueryParameters {
  private final List<Violation> violations = new ArrayList<>();
  private final Map<String, String> given = new TreeMap<>();
  private final Map<String, String> unread = new TreeMap<>();
  private final Map<String, Violation> unreadable = new TreeMap<>();

  /**
   * Those of a request.
   *
   * @param isList whether one of this name takes several values
   */
  QueryParameters(MultivaluedMap<String, String> parameters, Predicate<String> isList) {
    parameters.forEach((name, values) -> take(name, values, isList.test(name)));
  }

  private void take(String name, List<String> values, boolean isList) {
    String text = String.join(",", values);
    given.put(name, text);
    unread.put(name, text);
    GivenParameters.fault(name, values, isList).ifPresent(fault -> unreadable.put(name, fault));
  }

  /** What one of them says; empty where it is not given, or ill-formed. */
  <T> Optional<T> read(String name, Function<String, T> parse) {
    String text = unread.remove(name);
    if (text == null) {
      return Optional.empty();
    }
    if (unreadable.containsKey(name)) {
      violations.add(unreadable.get(name));
      return Optional.empty();
    }
    try {
      return Optional.of(parse.apply(text));
    } catch (IllFormed illFormed) {
      violations.add(Violation.parameter(name, illFormed.sentence(), illFormed.args()));
      return Optional.empty();
    }
  }

  /** Adds that what one of them says does not go with the rest. */
  void refuse(String name, String sentence, Object... args) {
    violations.add(Violation.parameter(name, sentence, args));
  }

  /**
   * Ends the request where anything is wrong with them.
   *
   * @throws org.grappe.problem.Problem {@code invalid-parameter}, {@code unknown-parameter} where
   *     there is one that nobody has read
   */
  void end() {
    unread
        .keySet()
        .forEach(name -> violations.add(Violation.parameter(name, "parameter.unknown", name)));
    if (!violations.isEmpty()) {
      throw Problems.parameters(violations);
    }
  }

  /** All that were given, by name. */
  Map<String, String> given() {
    return given;
  }
}
