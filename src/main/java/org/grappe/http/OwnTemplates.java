package org.grappe.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Spares each request a map of all routes, which Quarkus makes anew to find its template for meters
 * that are off here; {@link Routes} knows it. Quarkus does so while its handler of failed
 * authentications is there, which takes it away itself right afterwards.
 */
@Singleton
class OwnTemplates {
  /** After who calls is known and what he may do was asked. */
  private static final int ORDER = 20;

  void register(@Observes Filters filters) {
    filters.register(
        context -> {
          context.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
          context.next();
        },
        ORDER);
  }
}
