package org.grappe.http;

/** A stack trace for the log, in which no message can pretend to be a line of its own. */
final class Traces {
  private static final int MOST = 300;

  private Traces() {}

  static String of(Throwable thrown) {
    StringBuilder text = new StringBuilder();
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      text.append(cause == thrown ? "" : "Caused by: ").append(cause.getClass().getName());
      if (cause.getMessage() != null) {
        text.append(": ").append(oneLine(cause.getMessage()));
      }
      for (StackTraceElement frame : cause.getStackTrace()) {
        text.append("\n\tat ").append(frame);
      }
      text.append('\n');
    }
    return text.toString().stripTrailing();
  }

  private static String oneLine(String message) {
    String line = message.replaceAll("\\p{Cntrl}+", " ");
    return line.length() > MOST ? line.substring(0, MOST) + "…" : line;
  }
}
