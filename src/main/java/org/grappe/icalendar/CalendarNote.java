package org.grappe.icalendar;

import java.util.List;

/**
 * Something to be said of a component that was read.
 *
 * @param key the sentence in the bundles {@code problems*.properties}
 * @param args what the sentence's {@code {0}}, {@code {1}} … stand for
 */
public record CalendarNote(String key, List<Object> args) {
  static CalendarNote of(String key, Object... args) {
    return new CalendarNote("calendar." + key, List.of(args));
  }

  /** Ends the reading of a component, which is left out for it. */
  static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient CalendarNote reason;

    Refusal(String key, Object... args) {
      super(key, null, false, false);
      this.reason = of(key, args);
    }

    CalendarNote reason() {
      return reason;
    }
  }
}
