package org.grappe.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** How long a receiver asks to be left alone (RFC 9110, 10.2.3): seconds, or an instant. */
final class RetryAfter {
  /** More than that is taken as that. */
  static final Duration MOST = Duration.ofHours(24);

  /** More of them are more seconds than anybody counts. */
  private static final int DIGITS = 18;

  private RetryAfter() {}

  /** The pause that a header asks for; none where it is absent or says nothing. */
  static Optional<Duration> of(String header, Instant now) {
    if (header == null) {
      return Optional.empty();
    }
    String text = header.strip();
    if (text.matches("[0-9]+")) {
      return Optional.of(
          text.length() > DIGITS ? MOST : bounded(Duration.ofSeconds(Long.parseLong(text))));
    }
    try {
      Instant at = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(bounded(Duration.between(now, at)));
    } catch (DateTimeParseException neither) {
      return Optional.empty();
    }
  }

  private static Duration bounded(Duration asked) {
    if (asked.isNegative()) {
      return Duration.ZERO;
    }
    return asked.compareTo(MOST) > 0 ? MOST : asked;
  }
}
