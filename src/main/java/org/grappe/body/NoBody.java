package org.grappe.body;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;
import org.grappe.value.Violations;

/**
 * What is posted where no body is asked for is nothing or an empty object. All else would be
 * ignored, which its sender does not expect.
 */
@Provider
public class NoBody implements ContainerRequestFilter {
  /** A body without members. */
  record Nothing() {}

  private final CurrentVertxRequest request;
  private final RequestBody body;

  @Context ResourceInfo resource;

  NoBody(CurrentVertxRequest request, RequestBody body) {
    this.request = request;
    this.body = body;
  }

  @Override
  public void filter(ContainerRequestContext context) throws IOException {
    Method method = resource.getResourceMethod();
    if (method == null || !context.getMethod().equals(HttpMethod.POST) || takesBody(method)) {
      return;
    }
    byte[] bytes = bytes(context);
    if (bytes.length == 0) {
      return;
    }
    MediaType type = context.getMediaType();
    if (type != null && !MediaType.APPLICATION_JSON_TYPE.isCompatible(type)) {
      throw new NotSupportedException();
    }
    body.keep(bytes);
    ObjectNode object = StrictJson.object(bytes);
    Violations violations = new Violations();
    UnknownMembers.refuse(object, Nothing.class, "", violations);
    Problems.raise(violations);
  }

  private byte[] bytes(ContainerRequestContext context) throws IOException {
    Object received = request.getCurrent().get(BodyStream.KEY);
    if (received instanceof Problem problem) {
      throw problem;
    }
    return received instanceof byte[] bytes ? bytes : StrictJson.bytes(context.getEntityStream());
  }

  /** What says where a parameter comes from is JAX-RS's; the body has nothing that says so. */
  private static boolean takesBody(Method method) {
    return Arrays.stream(method.getParameters()).anyMatch(NoBody::isBody);
  }

  private static boolean isBody(Parameter parameter) {
    return Arrays.stream(parameter.getAnnotations())
        .noneMatch(one -> one.annotationType().getPackageName().startsWith("jakarta.ws.rs"));
  }
}
