package org.grappe.cli.doctor;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.grappe.cli.remote.Remote;
import org.grappe.cli.remote.Reply;
import org.grappe.cli.remote.Target;
import org.grappe.cli.terminal.ExitCode;
import org.grappe.cli.terminal.Failure;
import org.grappe.embedded.Texts;

/**
 * Whether a service answers, with which clock, and takes the key.
 *
 * @param required whether there must be one
 */
record ServiceChecks(Remote remote, boolean required, Texts texts) {
  private static final String SUBJECT = "doctor.service";
  private static final Duration HEADERS_TELL_SECONDS = Duration.ofSeconds(1);
  private static final int OK = 200;
  private static final int UNAUTHENTICATED = 401;
  private static final int FORBIDDEN = 403;

  List<Finding> run() {
    List<Finding> found = new ArrayList<>();
    Instant before = Instant.now();
    try (Reply reply = remote.get(Target.of("/"), "application/json")) {
      Duration blur = ClockCheck.since(before).plus(HEADERS_TELL_SECONDS);
      // whoever does not know a key answers nothing to it, not even what is public
      boolean isUnknown = remote.hasKey() && reply.status() == UNAUTHENTICATED;
      if (!isUnknown) {
        reply.required().json();
      }
      found.add(Finding.fine(SUBJECT, "doctor.answers", reply.asked()));
      reply
          .header("Date")
          .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant())
          .map(now -> ClockCheck.against("doctor.service-clock", now, blur))
          .ifPresent(found::add);
      if (isUnknown) {
        found.add(Finding.wrong("doctor.key", "doctor.key-unknown"));
      } else if (remote.hasKey()) {
        found.add(key());
      }
    } catch (Failure failure) {
      found.add(failed(failure));
    }
    return found;
  }

  private Finding failed(Failure failure) {
    String said = failure.in(texts);
    if (failure.exitCode() != ExitCode.UNREACHABLE) {
      return Finding.wrong(SUBJECT, "doctor.refuses", said);
    }
    if (!failure.isSilence()) {
      return Finding.wrong(SUBJECT, "doctor.other-service", said);
    }
    return required
        ? Finding.wrong(SUBJECT, "doctor.no-service", said)
        : Finding.fine(SUBJECT, "doctor.not-running", said);
  }

  /** Administrators alone may read this list, so that it tells who it is. */
  private Finding key() {
    try (Reply reply = remote.get(Target.of("/credentials").with("limit", 1), "application/json")) {
      return switch (reply.status()) {
        case UNAUTHENTICATED -> Finding.wrong("doctor.key", "doctor.key-unknown");
        case FORBIDDEN -> Finding.fine("doctor.key", "doctor.key-some");
        case OK -> Finding.fine("doctor.key", "doctor.key-admin");
        default -> Finding.worrying("doctor.key", "doctor.key-unclear", reply.status());
      };
    }
  }
}
