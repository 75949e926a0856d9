package org.grappe.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import org.grappe.cli.terminal.Failure;
import org.grappe.cli.terminal.Printable;

/** What a service says of a request that it did not carry out, in the caller's language already. */
final class ProblemText {
  private static final int UNAUTHENTICATED = 401;
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERROR = 500;
  private static final int NOT_IMPLEMENTED = 501;

  private ProblemText() {}

  /**
   * What is thrown of it.
   *
   * @param told whether the answer is a problem, as those of Grappe are
   */
  static Failure failure(Reply reply, boolean told) {
    int status = reply.status();
    if (!told) {
      return Failure.unreachable("remote.status", reply.asked(), status);
    }
    String text = of(reply.json());
    if (status == UNAUTHENTICATED && !reply.keyed()) {
      return Failure.refused("remote.no-key", status, text);
    }
    boolean isForLater =
        status == TOO_MANY || (status >= SERVER_ERROR && status != NOT_IMPLEMENTED);
    return isForLater
        ? Failure.unreachable("remote.problem", status, text)
        : Failure.refused("remote.problem", status, text);
  }

  /** Its detail, and a line for each thing that is wrong. */
  static String of(JsonNode problem) {
    // a detail that counts the faults says no more than the lines do which tell them
    boolean isTold = !problem.path("errors").isEmpty();
    StringBuilder text =
        new StringBuilder(
            isTold ? first(problem, "title", "detail") : first(problem, "detail", "title"));
    for (JsonNode one : problem.path("errors")) {
      text.append("\n  ").append(first(one, "pointer", "parameter", "header"));
      text.append(": ").append(one.path("detail").asText());
    }
    return Printable.lines(text.toString());
  }

  private static String first(JsonNode from, String... names) {
    for (String name : names) {
      if (from.has(name)) {
        return from.path(name).asText();
      }
    }
    return "";
  }
}
