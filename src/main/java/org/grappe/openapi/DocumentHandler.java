package org.grappe.openapi;

import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.smallrye.openapi.runtime.io.Format;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import org.grappe.http.PageMethods;
import org.grappe.problem.Problems;
import org.grappe.record.EntityTags;

/**
 * Answers {@code /openapi}, {@code /openapi.json} and {@code /openapi.yaml} with the document as
 * the build has written it, compressed on request and with an entity tag: the framework writes it
 * anew, without quotes, and does neither. With {@code version=3.0} it is one for older generators,
 * made once somebody asks for it.
 */
@Singleton
class DocumentHandler {
  private static final int BEFORE_THE_FRAMEWORK = -1;

  private static final String NEWEST = "3.1";
  private static final String OLDER = "3.0";

  private final Map<Format, DocumentBytes> documents =
      Map.of(
          Format.YAML, DocumentBytes.read(OpenApiConstants.BASE_NAME, Format.YAML),
          Format.JSON, DocumentBytes.read(OpenApiConstants.BASE_NAME, Format.JSON));

  private Future<Map<Format, DocumentBytes>> older;

  void register(@Observes Router router) {
    router
        .routeWithRegex("/openapi(\\.json|\\.ya?ml)?")
        .order(BEFORE_THE_FRAMEWORK)
        .handler(this::answer);
  }

  private void answer(RoutingContext context) {
    if (!PageMethods.reads(context)) {
      PageMethods.answerOthers(context);
      return;
    }
    String version = context.request().getParam("version", NEWEST);
    switch (version) {
      case NEWEST -> send(context, documents);
      case OLDER ->
          older(context.vertx()).onSuccess(made -> send(context, made)).onFailure(context::fail);
      default ->
          context.fail(Problems.parameter("version", "parameter.choice", NEWEST + ", " + OLDER));
    }
  }

  private synchronized Future<Map<Format, DocumentBytes>> older(Vertx vertx) {
    if (older == null || older.failed()) {
      older = vertx.executeBlocking(() -> OlderDocument.of(documents.get(Format.JSON)), false);
    }
    return older;
  }

  private static void send(RoutingContext context, Map<Format, DocumentBytes> documents) {
    HttpServerRequest request = context.request();
    Format format = isJson(request) ? Format.JSON : Format.YAML;
    DocumentBytes document = documents.get(format);
    HttpServerResponse response = context.response();
    response
        .putHeader(HttpHeaders.ETAG, document.etag())
        .putHeader(HttpHeaders.CACHE_CONTROL, "public, no-cache")
        .putHeader(HttpHeaders.VARY, "Accept, Accept-Encoding");
    if (EntityTags.isKnown(request.getHeader(HttpHeaders.IF_NONE_MATCH), document.etag())) {
      response.setStatusCode(304).end();
      return;
    }
    response.putHeader(HttpHeaders.CONTENT_TYPE, format.getMimeType() + ";charset=UTF-8");
    // what says that it is not compressed keeps the server from it
    response.headers().remove(HttpHeaders.CONTENT_ENCODING);
    response.end(Buffer.buffer(document.bytes()));
  }

  private static boolean isJson(HttpServerRequest request) {
    String path = request.path();
    if (path.indexOf('.') >= 0) {
      return path.endsWith(".json");
    }
    String accepted = request.getHeader(HttpHeaders.ACCEPT);
    return Format.JSON.name().equalsIgnoreCase(request.getParam("format"))
        || (accepted != null && accepted.contains(Format.JSON.getMimeType()));
  }
}
