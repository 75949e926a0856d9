package org.grappe.embedded;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.vertx.http.HttpServer;

/** The last words of a start: where the service is and how to use it. */
class Announcement implements QuarkusApplication {
  private final HttpServer server;

  Announcement(HttpServer server) {
    this.server = server;
  }

  @Override
  public int run(String... remarks) {
    String address = server.getLocalBaseUri().toString();
    String api = address + "/api/v1";
    System.out.printf(
        """

        Grappe listens on %s
          documentation   %s/docs (the document itself: /openapi)
          health          %s/q/health/ready and /q/health/live
        %s
        """,
        api, address, address, String.join("\n", remarks).replace(Remarks.API, api));
    Quarkus.waitForExit();
    return 0;
  }
}
