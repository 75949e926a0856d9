package org.grappe.shared.write;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Optional;
import org.grappe.shared.problem.ProblemType;
import org.grappe.shared.problem.Problems;
import org.grappe.shared.web.Rendered;
import org.grappe.shared.web.Rendering;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/** Keeps the first answer to a POST with an {@code Idempotency-Key}, and gives it again. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class IdempotentInterceptor {
  static final String HEADER = "Idempotency-Key";
  private final HttpHeaders headers;
  private final HttpServerRequest request;
  private final RequestBody body;
  private final SecurityIdentity caller;
  private final KeptAnswers kept;
  private final Rendering rendering;

  IdempotentInterceptor(
      HttpHeaders headers,
      HttpServerRequest request,
      RequestBody body,
      SecurityIdentity caller,
      KeptAnswers kept,
      Rendering rendering) {
    this.headers = headers;
    this.request = request;
    this.body = body;
    this.caller = caller;
    this.kept = kept;
    this.rendering = rendering;
  }

  @AroundInvoke
  Object once(InvocationContext act) throws Exception {
    String key = CurrentRequestManager.get() == null ? null : key();
    if (key == null) {
      return act.proceed();
    }
    String scope =
        String.join(
            "\n", caller.getPrincipal().getName(), request.method().name(), request.uri(), key);
    kept.lock(scope);
    byte[] hash = body.hash();
    Optional<KeptAnswers.Answer> first = kept.find(scope);
    if (first.isPresent()) {
      return again(first.get(), hash);
    }
    return keep(scope, hash, act.proceed());
  }

  private String key() {
    String key = headers.getHeaderString(HEADER);
    if (key != null && !key.matches("[\\x21-\\x7e ]{1,200}")) {
      throw Problems.header(ProblemType.MALFORMED_REQUEST, HEADER, "idempotency-key.ill-formed");
    }
    return key;
  }

  private static Response again(KeptAnswers.Answer first, byte[] hash) {
    if (!Arrays.equals(first.requestHash(), hash)) {
      throw Problems.header(ProblemType.IDEMPOTENCY_KEY_REUSED, HEADER, "idempotency-key-reused");
    }
    var answer =
        Response.status(first.status())
            .header("Idempotent-Replayed", "true")
            .entity(new Rendered(first.body(), first.etag()));
    if (first.location() != null) {
      answer.header(HttpHeaders.LOCATION, first.location());
    }
    return answer.build();
  }

  private Response keep(String scope, byte[] hash, Object result) {
    Response made = result instanceof Response r ? r : Response.ok(result).build();
    if (made.getEntity() instanceof Confidential told) {
      keep(scope, hash, made, rendering.of(told.withoutSecret()));
      return made;
    }
    Rendered rendered = rendering.of(made.getEntity());
    keep(scope, hash, made, rendered);
    return Response.fromResponse(made).entity(rendered).build();
  }

  private void keep(String scope, byte[] hash, Response made, Rendered rendered) {
    String location = made.getHeaderString(HttpHeaders.LOCATION);
    kept.keep(
        scope,
        new KeptAnswers.Answer(
            hash, made.getStatus(), location, rendered.etag(), rendered.bytes()));
  }
}
