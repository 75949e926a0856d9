package org.grappe.query;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.grappe.config.Today;

/** Reads when something is to be told, and sees to it that the caller may look back so far. */
@ApplicationScoped
class AsOfReader {
  private final Today today;
  private final PastReaders past;

  AsOfReader(Today today, PastReaders past) {
    this.today = today;
    this.past = past;
  }

  /** The day that a text names; null where there is none. */
  private LocalDate day(String on) {
    return on == null ? null : ParameterText.read("on", on, ParameterText::day);
  }

  /** The instant that {@code knownAt} names; none where it is left out. */
  private Optional<Instant> instant(String knownAt) {
    return Optional.ofNullable(knownAt)
        .map(text -> ParameterText.read("knownAt", text, ParameterText::instant));
  }

  /**
   * When something is told that belongs to a record: the day that {@code on} names, or the
   * instant's, by what was known at the instant that {@code knownAt} names.
   *
   * @throws org.grappe.problem.Problem {@code unauthenticated}, {@code forbidden}, {@code
   *     not-settled-yet}
   */
  AsOf of(String on, String knownAt, Scope.Owner owner) {
    AsOf asOf = of(on, knownAt);
    asOf.known().ifPresent(at -> past.require(at, Optional.of(owner), Optional.empty()));
    return asOf;
  }

  /** The same of what is nobody's in particular. */
  AsOf ofAll(String on, String knownAt) {
    AsOf asOf = of(on, knownAt);
    asOf.known().ifPresent(at -> past.require(at, Optional.empty(), Optional.empty()));
    return asOf;
  }

  /** The same where it is seen to elsewhere who may know. */
  AsOf of(String on, String knownAt) {
    LocalDate asked = day(on);
    Optional<Instant> known = instant(knownAt);
    return new AsOf(asked == null ? known.map(today::day).orElseGet(today::day) : asked, known);
  }
}
