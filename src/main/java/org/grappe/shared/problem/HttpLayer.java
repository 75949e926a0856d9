package org.grappe.shared.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;

/** Problem details for what goes wrong before a resource is found. */
@ApplicationScoped
public class HttpLayer {
  private static final int BEFORE_ALL = 10_000;
  private final ObjectMapper mapper;

  HttpLayer(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  void refuseUnreadableAddresses(@Observes Filters filters) {
    filters.register(
        context -> {
          if (isReadable(context.request())) {
            context.next();
          } else {
            answer(context, Problems.malformed("address.ill-formed"));
          }
        },
        BEFORE_ALL);
  }

  void tellFailures(@Observes Router router) {
    router.route().order(Integer.MIN_VALUE).failureHandler(this::failed);
  }

  private void failed(RoutingContext context) {
    if (context.failure() instanceof Problem problem) {
      answer(context, problem);
    } else if (context.failure() instanceof AuthenticationFailedException) {
      answer(context, Problems.of(ProblemType.UNAUTHENTICATED, "unauthenticated"));
    } else if (context.failure() == null && context.statusCode() >= 400) {
      ProblemType type = ProblemType.byStatus(context.statusCode());
      answer(context, Problems.of(type, type.slug()));
    } else {
      context.next();
    }
  }

  private void answer(RoutingContext context, Problem problem) {
    if (context.response().ended()) {
      return;
    }
    Wording wording = Wording.of(context.request().getHeader("Accept-Language"));
    String path = String.valueOf(context.request().path());
    problem.headers().forEach(context.response()::putHeader);
    if (problem.type() == ProblemType.UNAUTHENTICATED) {
      context.response().putHeader("WWW-Authenticate", "Bearer realm=\"grappe\"");
    }
    context
        .response()
        .setStatusCode(problem.type().status())
        .putHeader("Content-Type", ProblemAnswers.TYPE)
        .putHeader("Content-Language", wording.tag())
        .end(json(ProblemBody.of(problem, wording, path)));
  }

  private String json(ProblemBody body) {
    try {
      return mapper.writeValueAsString(body);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalStateException(unwritable);
    }
  }

  /** Every escape is two hexadecimal digits, the bytes are UTF-8, and none is NUL (RFC 3986). */
  private static boolean isReadable(HttpServerRequest request) {
    String address = request.uri();
    if (address.matches(".*%(?![0-9A-Fa-f]{2}).*") || address.contains("%00")) {
      return false;
    }
    try {
      new URI(address);
      StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(bytes(address)));
      return true;
    } catch (URISyntaxException | java.nio.charset.CharacterCodingException illFormed) {
      return false;
    }
  }

  private static byte[] bytes(String address) {
    var bytes = new java.io.ByteArrayOutputStream(address.length());
    for (int i = 0; i < address.length(); i++) {
      if (address.charAt(i) == '%') {
        bytes.write(Integer.parseInt(address.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        bytes.writeBytes(String.valueOf(address.charAt(i)).getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }
}
