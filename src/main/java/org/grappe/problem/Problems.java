package org.grappe.problem;

import java.util.List;
import java.util.Optional;
import org.grappe.value.Violation;
import org.grappe.value.Violations;

/** The problems of the contract by name; each sentence stands in {@code problems*.properties}. */
public final class Problems {
  /** How to authenticate (RFC 6750, 3). */
  public static final String CHALLENGE = "Bearer realm=\"grappe\"";

  private Problems() {}

  /** A problem whose sentence has the given key. */
  public static Problem of(ProblemType type, String key, Object... args) {
    return new Problem(type, List.of(), key, args);
  }

  /** What a bare status says, without anything of the case. */
  public static Problem ofStatus(int status) {
    ProblemType type = ProblemTypes.byStatus(status);
    return of(type, Messages.ENGLISH.isWhole(type.slug()) ? type.slug() : "title." + type.slug());
  }

  /** A credential that is shown but not taken. */
  public static Problem refused(String key) {
    return of(ProblemType.UNAUTHENTICATED, key)
        .with("WWW-Authenticate", CHALLENGE + ", error=\"invalid_token\"");
  }

  public static Problem malformed(String key, Object... args) {
    return of(ProblemType.MALFORMED_REQUEST, key, args);
  }

  public static Problem validationFailed(List<Violation> violations) {
    return new Problem(
        ProblemType.VALIDATION_FAILED, violations, "validation-failed", violations.size());
  }

  /** One fault of a body. */
  public static Problem validationFailed(String pointer, String key, Object... args) {
    return validationFailed(List.of(Violation.pointer(pointer, key, args)));
  }

  /**
   * Ends the request if anything is wrong with its body.
   *
   * @throws Problem {@code validation-failed} with all faults
   */
  public static void raise(Violations violations) {
    if (!violations.isEmpty()) {
      throw validationFailed(violations.all());
    }
  }

  /** Ends the request with what a question has found against it, if it has. */
  public static void raise(Optional<Problem> found) {
    if (found.isPresent()) {
      throw found.get();
    }
  }

  /** Query parameters that are unknown, repeated or ill-formed; unknown ones name the problem. */
  public static Problem parameters(List<Violation> violations) {
    boolean unknown =
        violations.stream().anyMatch(fault -> fault.key().equals("parameter.unknown"));
    ProblemType type = unknown ? ProblemType.UNKNOWN_PARAMETER : ProblemType.INVALID_PARAMETER;
    return new Problem(type, violations, type.slug(), violations.size());
  }

  public static Problem parameter(String name, String key, Object... args) {
    return parameters(List.of(Violation.parameter(name, key, args)));
  }

  /** Members of a body that this caller may not change, though others. */
  public static Problem forbidden(List<Violation> violations) {
    return new Problem(ProblemType.FORBIDDEN, violations, "forbidden.members");
  }

  public static Problem notFound(String what, Object id) {
    return of(ProblemType.NOT_FOUND, "not-found.record", new Noun(what), id);
  }

  public static Problem header(ProblemType type, String header, String key, Object... args) {
    return new Problem(type, List.of(Violation.header(header, key, args)), key, args);
  }

  /** A word of the domain that the answer names in the caller's language. */
  record Noun(String key) {}

  /** The name of a thing, given by its collection ({@code memberships}). */
  public static Object noun(String collection) {
    return new Noun(collection);
  }
}
