package org.grappe.http;

import java.util.Map;
import org.grappe.caller.Trace;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * A request that has been answered, as a line of the log.
 *
 * @param path in which nothing is that anybody made up
 * @param problem the problem's key; empty where it was none
 * @param address where it came from
 */
record LoggedRequest(
    Trace trace,
    String path,
    int status,
    String problem,
    long millis,
    String caller,
    String address) {

  /**
   * Writes it.
   *
   * @param json whether its parts are fields too
   */
  void write(Logger log, Logger.Level level, boolean json) {
    if (!json) {
      log.log(level, line());
      return;
    }
    Map<String, Object> fields = fields();
    fields.forEach(MDC::put);
    log.log(level, line());
    fields.keySet().forEach(MDC::remove);
  }

  private String line() {
    String outcome = problem.isEmpty() ? " " + status : " " + status + " " + problem;
    return trace.method()
        + " "
        + path
        + outcome
        + " "
        + millis
        + " ms "
        + caller
        + " "
        + address
        + " "
        + trace.id();
  }

  private Map<String, Object> fields() {
    return Map.of(
        "request", trace.id(),
        "method", trace.method(),
        "path", path,
        "status", status,
        "problem", problem,
        "milliseconds", millis,
        "caller", caller,
        "address", address);
  }
}
