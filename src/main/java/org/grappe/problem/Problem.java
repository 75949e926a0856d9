package org.grappe.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.grappe.value.Violation;

/**
 * What stands against a request, to be answered as RFC 9457 problem details in the caller's
 * language. Built by the named constructors of {@link Problems}.
 */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What another try may overcome: each says when. */
  static final Set<ProblemType> LATER =
      Set.of(
          ProblemType.UNAVAILABLE,
          ProblemType.TIMEOUT,
          ProblemType.TOO_MANY_REQUESTS,
          ProblemType.REQUEST_IN_PROGRESS);

  private final ProblemType type;
  private final String key;
  private final transient List<Object> args;
  private final transient List<Violation> violations;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final transient Map<String, Object> members = new LinkedHashMap<>();

  Problem(ProblemType type, List<Violation> violations, String key, Object... args) {
    super(type.slug() + " " + key, null, false, false);
    this.type = type;
    this.violations = List.copyOf(violations);
    this.key = key;
    this.args = List.of(args);
  }

  /** The same problem, answered with one more header. */
  public Problem with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  /** The same problem, answered with one more member in its body. */
  public Problem withMember(String name, Object value) {
    members.put(name, value);
    return this;
  }

  public ProblemType type() {
    return type;
  }

  public List<Violation> faults() {
    return violations;
  }

  public String key() {
    return key;
  }

  public List<Object> args() {
    return args;
  }

  /** The headers; a missing credential is told with how to show one (RFC 9110, 11.6.1). */
  public Map<String, String> headers() {
    if (type.equals(ProblemType.UNAUTHENTICATED)) {
      headers.putIfAbsent("WWW-Authenticate", Problems.CHALLENGE);
    }
    if (LATER.contains(type)) {
      headers.putIfAbsent("Retry-After", "1");
    }
    return headers;
  }

  Map<String, Object> members() {
    return members;
  }
}
