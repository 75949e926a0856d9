package org.grappe.icalendar;

/** Says that a file is no calendar. */
public final class NotACalendar extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int line;

  /**
   * Says where.
   *
   * @param line the first that is lost, or the last of the file
   */
  NotACalendar(int line) {
    super("no calendar, at line " + line);
    this.line = line;
  }

  public int line() {
    return line;
  }
}
