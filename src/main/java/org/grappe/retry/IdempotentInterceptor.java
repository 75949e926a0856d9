package org.grappe.retry;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.grappe.body.RequestBody;
import org.grappe.format.Linked;
import org.grappe.format.Rendered;
import org.grappe.format.Rendering;
import org.grappe.record.KeptRights;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/** Keeps the first answer to a POST with an {@code Idempotency-Key}, and gives it again. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class IdempotentInterceptor {
  private static final Rendered NOTHING = new Rendered(new byte[0], null);
  private final HttpHeaders headers;
  private final HttpServerRequest request;
  private final RequestBody body;
  private final SecurityIdentity caller;
  private final KeptAnswers kept;
  private final Rendering rendering;
  private final KeptRights rights;

  IdempotentInterceptor(
      HttpHeaders headers,
      HttpServerRequest request,
      RequestBody body,
      SecurityIdentity caller,
      KeptAnswers kept,
      Rendering rendering,
      KeptRights rights) {
    this.headers = headers;
    this.request = request;
    this.body = body;
    this.caller = caller;
    this.kept = kept;
    this.rendering = rendering;
    this.rights = rights;
  }

  @AroundInvoke
  Object once(InvocationContext act) throws Exception {
    String key = CurrentRequestManager.get() == null ? null : IdempotencyKey.of(headers);
    if (key == null) {
      return act.proceed();
    }
    String scope =
        String.join(
            "\n", caller.getPrincipal().getName(), request.method().name(), request.uri(), key);
    kept.lock(scope);
    byte[] hash = body.hash();
    Optional<KeptAnswer> first = kept.find(scope);
    if (first.isPresent()) {
      rights.checkAgain(first.get().checkedRights());
      throw new Replay(first.get().again(hash));
    }
    Object result = act.proceed();
    keep(scope, hash, result);
    return result;
  }

  /** Keeps what the method answers, whatever its type; the caller gets it as it is. */
  private void keep(String scope, byte[] hash, Object result) {
    Response made = result instanceof Response response ? response : plain(result);
    Object entity = made.getEntity();
    Object told = entity instanceof Confidential secret ? secret.withoutSecret() : entity;
    Rendered rendered = told == null ? NOTHING : rendering.of(told);
    String link = entity instanceof Linked linked ? linked.link().orElse(null) : null;
    kept.keep(
        scope,
        new KeptAnswer(
            hash,
            made.getStatus(),
            made.getHeaderString(HttpHeaders.LOCATION),
            link,
            rendered.etag(),
            rendered.bytes(),
            rights.ofTransaction()));
  }

  /** What becomes of a result that is no response: 200, or 204 where there is none. */
  private static Response plain(Object result) {
    return result == null ? Response.noContent().build() : Response.ok(result).build();
  }
}
