package org.grappe.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;

/** What the service tells its operator, all of it or of errors, while a test looks. */
public final class ErrorLog implements AutoCloseable {
  private static final Formatter FORMAT = new PatternFormatter("%p [%c] %s%e%n");
  private final List<String> errors = new CopyOnWriteArrayList<>();
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Logger root = Logger.getLogger("");

  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          lines.add(FORMAT.format(line));
          if (line.getLevel().intValue() >= Level.SEVERE.intValue() || line.getThrown() != null) {
            errors.add(line.getMessage());
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  public ErrorLog() {
    root.addHandler(handler);
  }

  public List<String> errors() {
    return errors;
  }

  /** Every line, with the trace of what was thrown. */
  public List<String> lines() {
    return lines;
  }

  @Override
  public void close() {
    root.removeHandler(handler);
  }
}
