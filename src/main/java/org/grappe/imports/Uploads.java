package org.grappe.imports;

import io.quarkus.arc.All;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.grappe.caller.Caller;
import org.grappe.caller.Role;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/**
 * Has the files of imports received before their resource method is called: while a client sends,
 * however slowly, no thread, no connection and no transaction waits for it.
 */
@Singleton
class Uploads {
  /** After who calls is known, before anything is done about it. */
  private static final int ORDER = 10;

  private final List<UploadKind> kinds;
  private final SpoolSpace space;
  private final ImportQueue queue;
  private final Turns turns;

  Uploads(@All List<UploadKind> kinds, SpoolSpace space, ImportQueue queue, Turns turns) {
    this.kinds = kinds;
    this.space = space;
    this.queue = queue;
    this.turns = turns;
  }

  void register(@Observes Filters filters) {
    filters.register(this::receive, ORDER);
  }

  private void receive(RoutingContext context) {
    Optional<UploadKind> kind = kind(context);
    Optional<Caller> caller = kind.flatMap(found -> writer(context));
    if (caller.isEmpty() || !isTaken(context.request(), kind.get())) {
      // what stands against it, the resource says
      context.next();
    } else {
      new Upload(kind.get(), context, space, queue, turns, caller.get().author().key())
          .begin(parameters -> admit(kind.get(), caller.get(), parameters));
    }
  }

  /** Whoever may write nothing need not send it first. */
  private static void admit(UploadKind kind, Caller caller, UnaryOperator<String> parameters) {
    if (!caller.isAdministrator() && caller.clusters().isEmpty()) {
      throw Problems.of(ProblemType.FORBIDDEN, "forbidden.record");
    }
    kind.admit(caller, parameters);
  }

  private Optional<UploadKind> kind(RoutingContext context) {
    if (!HttpMethod.POST.equals(context.request().method())) {
      return Optional.empty();
    }
    String path = context.normalizedPath().replaceFirst("/$", "");
    return kinds.stream().filter(kind -> kind.path().equals(path)).findFirst();
  }

  private static Optional<Caller> writer(RoutingContext context) {
    return Optional.ofNullable(context.user())
        .filter(QuarkusHttpUser.class::isInstance)
        .map(user -> ((QuarkusHttpUser) user).getSecurityIdentity())
        .map(identity -> identity.<Caller>getAttribute(Caller.ATTRIBUTE))
        .filter(caller -> caller.isAdministrator() || caller.is(Role.EDITOR));
  }

  private static boolean isTaken(HttpServerRequest request, UploadKind kind) {
    String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    String coding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
    return type != null
        && type.strip().toLowerCase(Locale.ROOT).startsWith(kind.type())
        && (coding == null || coding.equalsIgnoreCase("identity"));
  }
}
