package org.grappe.format;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.grappe.copy.Answer;
import org.grappe.http.AcceptedCodings;
import org.grappe.http.Exchange;
import org.grappe.http.FixedTypes;
import org.grappe.http.ResponseBody;
import org.grappe.record.EntityTags;

/** An answer with its entity tag; 304 where the caller has it already (RFC 9110, 13.1.2). */
record ConditionalAnswer(ContainerRequestContext request, ContainerResponseContext response) {

  /** Has a long answer sent that was made before. */
  void send(Answer answer) {
    if (answer.etag() != null) {
      response.getHeaders().putSingle("ETag", answer.etag());
    }
    answer.whole().ifPresent(bytes -> note(new ResponseBody(bytes, answer.etag(), null)));
    boolean known = isKnown(answer.etag());
    if (known) {
      tellKnown();
    } else if (request.getMethod().equals("HEAD")) {
      tellHead(answer);
    }
  }

  /** What stands above the body, without it: a type as it is told of one, and how long it is. */
  private void tellHead(Answer answer) {
    MediaType type = FixedTypes.of(MediaType.valueOf(answer.type()));
    boolean packed = AcceptedCodings.takeGzip(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
    long length = answer.length(packed);
    response.setEntity(null);
    response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, type);
    if (length >= 0) {
      response.getHeaders().putSingle(HttpHeaders.CONTENT_LENGTH, length);
      if (packed) {
        response.getHeaders().putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
      }
    }
  }

  /** Answers these bytes. */
  void render(Rendered rendered) {
    response.getHeaders().putSingle("ETag", rendered.etag());
    String type = Prepared.takes(rendered.type()) ? rendered.type() : null;
    note(new ResponseBody(rendered.bytes(), rendered.etag(), type));
    boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    if (reads && isKnown(rendered.etag())) {
      tellKnown();
    } else if (type != null) {
      new Prepared(rendered.bytes()).in(Exchange.inner(request), rendered.type());
    } else {
      response.setEntity(rendered.bytes(), null, MediaType.valueOf(rendered.type()));
    }
  }

  /** What there is is not described once more (RFC 9110, 15.4.5), as the framework would. */
  private void tellKnown() {
    response.setStatus(304);
    response.setEntity(null);
    RoutingContext exchange = Exchange.of(request);
    exchange.addHeadersEndHandler(
        sent -> exchange.response().headers().remove(HttpHeaders.CONTENT_TYPE));
  }

  private void note(ResponseBody body) {
    if (response.getStatus() == 200) {
      body.note(Exchange.of(request));
    }
  }

  private boolean isKnown(String etag) {
    return EntityTags.isKnown(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), etag);
  }
}
