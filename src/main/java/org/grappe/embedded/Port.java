package org.grappe.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * Where the service listens. It is tried before anything is started: later, it would be told among
 * the lines of the log, after a database was made.
 */
final class Port {
  private Port() {}

  /**
   * Whether one can be listened at.
   *
   * @param variable that says which
   */
  static void check(String variable, String host, int port) {
    try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getByName(host))) {
      free.getLocalPort();
    } catch (IOException | IllegalArgumentException taken) {
      throw new Refusal("start.port", host, Integer.toString(port), taken.getMessage(), variable);
    }
  }
}
