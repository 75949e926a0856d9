package org.grappe.http;

import java.util.Arrays;
import java.util.Locale;

/** What {@code Accept-Encoding} says (RFC 9110, 12.5.3). */
public final class AcceptedCodings {
  private AcceptedCodings() {}

  /** Whether gzip is named, and not as what is not wanted. */
  public static boolean takeGzip(String accepted) {
    return accepted != null
        && (accepted.equals("gzip")
            || Arrays.stream(accepted.split(","))
                .map(one -> one.replace(" ", "").toLowerCase(Locale.ROOT))
                .anyMatch(
                    one -> one.matches("(gzip|x-gzip)(;q=.*)?") && !one.matches(".*;q=0(\\.0*)?")));
  }
}
