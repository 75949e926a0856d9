package org.grappe.embedded;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.vertx.http.HttpServer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The last words of a start: where the service is and how to use it. */
class Announcement implements QuarkusApplication {
  private final HttpServer server;
  private final String host;
  private final int port;

  Announcement(
      HttpServer server,
      @ConfigProperty(name = "quarkus.management.host") String host,
      @ConfigProperty(name = "quarkus.management.port", defaultValue = "9000") int port) {
    this.server = server;
    this.host = host;
    this.port = port;
  }

  @Override
  public int run(String... remarks) {
    String address = server.getLocalBaseUri().toString();
    String api = address + "/api/v1";
    System.out.printf(
        """

        Grappe listens on %s
          documentation   %s/docs (the document itself: /openapi)
          health          %s/q/health/ready and /q/health/live, metrics at /q/metrics
        %s
        """,
        api, address, management(), String.join("\n", remarks).replace(Remarks.API, api));
    Quarkus.waitForExit();
    return 0;
  }

  /** The server tells the port only where it is another than the one that was asked for. */
  private String management() {
    int actual = server.getManagementPort() > 0 ? server.getManagementPort() : port;
    return "http://%s:%d".formatted(host.equals("0.0.0.0") ? "127.0.0.1" : host, actual);
  }
}
