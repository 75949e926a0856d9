package org.grappe.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** An instant as headers say it: always as long (RFC 9110, 5.6.7). */
public final class HttpDate {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private HttpDate() {}

  /** Of seconds since 1970. */
  public static String of(long second) {
    return FORMAT.format(Instant.ofEpochSecond(second));
  }
}
