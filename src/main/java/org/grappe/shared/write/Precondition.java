package org.grappe.shared.write;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grappe.shared.problem.Problem;
import org.grappe.shared.problem.ProblemType;
import org.grappe.shared.problem.Problems;

/** {@code If-Match}: nobody changes a version that they have not read (RFC 9110, 13.1.1). */
@ApplicationScoped
public class Precondition {
  private static final Pattern TAG = Pattern.compile("(W/)?\"([0-9]{1,18})-[^\"]*\"|\\*");
  private final HttpHeaders headers;

  Precondition(HttpHeaders headers) {
    this.headers = headers;
  }

  /**
   * Lets a write pass only if the caller has read this version.
   *
   * @throws Problem {@code precondition-required} without the header, {@code stale-version} with
   *     another version's
   */
  void check(long version) {
    String given = headers.getHeaderString(HttpHeaders.IF_MATCH);
    if (given == null || given.isBlank()) {
      throw Problems.header(ProblemType.PRECONDITION_REQUIRED, "If-Match", "precondition-required");
    }
    if (!matches(given, version)) {
      throw Problems.header(ProblemType.STALE_VERSION, "If-Match", "stale-version");
    }
  }

  private static boolean matches(String header, long version) {
    Matcher tag = TAG.matcher(header);
    while (tag.find()) {
      boolean any = tag.group().equals("*");
      // A weak tag never matches here: RFC 9110 asks for strong comparison.
      if (any || (tag.group(1) == null && Long.parseLong(tag.group(2)) == version)) {
        return true;
      }
    }
    return false;
  }
}
