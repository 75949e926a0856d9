package org.grappe.home;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import org.grappe.http.AcceptedCodings;
import org.grappe.record.EntityTags;

/** Sends a packed file, or says that whoever asks has it. */
final class PackedAnswer {
  /** What changes with a release only, and is asked for anew. */
  static final String ASKED_ANEW = "public, no-cache";

  private PackedAnswer() {}

  /** Ends the exchange. */
  static void end(RoutingContext context, PackedFile file, String caching) {
    HttpServerResponse response = context.response();
    response
        .putHeader(HttpHeaders.ETAG, file.etag())
        .putHeader(HttpHeaders.VARY, "Accept-Encoding")
        .putHeader(HttpHeaders.CACHE_CONTROL, caching);
    if (EntityTags.isKnown(context.request().getHeader(HttpHeaders.IF_NONE_MATCH), file.etag())) {
      response.setStatusCode(304).end();
      return;
    }
    response.putHeader(HttpHeaders.CONTENT_TYPE, file.type());
    if (AcceptedCodings.takeGzip(context.request().getHeader(HttpHeaders.ACCEPT_ENCODING))) {
      response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
      response.end(file.packed());
    } else {
      // that it is not compressed stands there already, and keeps the server from doing it
      context
          .vertx()
          .executeBlocking(file::unpacked, false)
          .onSuccess(response::end)
          .onFailure(context::fail);
    }
  }
}
