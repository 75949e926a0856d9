package org.grappe.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the service tells its operator of as errors, while a test looks. */
public final class ErrorLog implements AutoCloseable {
  private final List<String> errors = new CopyOnWriteArrayList<>();
  private final Logger root = Logger.getLogger("");

  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
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

  @Override
  public void close() {
    root.removeHandler(handler);
  }
}
