package org.grappe.caller;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The request that is being served; there is none while the service loads data of its own. */
@Singleton
public class CurrentRequest {
  /** Where the routing context keeps the trace. */
  public static final String TRACE = "grappe.trace";

  /** And where the key of the problem that is answered. */
  public static final String PROBLEM = "grappe.problem";

  private final CurrentVertxRequest request;

  CurrentRequest(CurrentVertxRequest request) {
    this.request = request;
  }

  /** Keeps for the log what stands against this request. */
  public void tell(String problem) {
    if (request.getCurrent() != null) {
      tell(request.getCurrent(), problem);
    }
  }

  /** The same before a resource is found. */
  public static void tell(RoutingContext context, String problem) {
    context.put(PROBLEM, problem);
  }

  /** The path as it was asked for, without the query. */
  public String path() {
    return request.getCurrent().request().path();
  }

  public String method() {
    return request.getCurrent().request().method().name();
  }

  public Optional<Trace> trace() {
    return Optional.ofNullable(request.getCurrent()).map(context -> context.get(TRACE));
  }
}
