package org.grappe.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * Where health and metrics are told. Two services on one machine need not be told apart for that:
 * where nothing is configured and the usual port is taken, any free one serves.
 */
final class ManagementPort {
  private static final String KEY = "quarkus.management.port";
  private static final int USUAL = 9000;

  private ManagementPort() {}

  static void choose(Settings settings) {
    settings
        .managementPort()
        .ifPresent(port -> Port.check("QUARKUS_MANAGEMENT_PORT", settings.managementHost(), port));
    if (settings.managementPort().isEmpty() && isTaken()) {
      System.setProperty(KEY, "0");
    }
  }

  private static boolean isTaken() {
    try (ServerSocket free = new ServerSocket(USUAL, 1, InetAddress.getLoopbackAddress())) {
      return !free.isBound();
    } catch (IOException taken) {
      return true;
    }
  }
}
