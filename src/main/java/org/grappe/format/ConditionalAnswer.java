package org.grappe.format;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.grappe.copy.Answer;
import org.grappe.http.Exchange;
import org.grappe.record.EntityTags;

/** An answer with its entity tag; 304 where the caller has it already (RFC 9110, 13.1.2). */
record ConditionalAnswer(ContainerRequestContext request, ContainerResponseContext response) {

  /** Has a long answer sent that was made before. */
  void send(Answer answer) {
    if (answer.etag() != null) {
      response.getHeaders().putSingle("ETag", answer.etag());
    }
    boolean known = isKnown(answer.etag());
    if (known || request.getMethod().equals("HEAD")) {
      response.setStatus(known ? 304 : 200);
      response.setEntity(null);
      response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, answer.type());
    }
  }

  /** Answers these bytes. */
  void render(Rendered rendered) {
    response.getHeaders().putSingle("ETag", rendered.etag());
    boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    if (reads && isKnown(rendered.etag())) {
      response.setStatus(304);
      response.setEntity(null);
    } else if (Prepared.takes(rendered.type())) {
      new Prepared(rendered.bytes()).in(Exchange.inner(request), rendered.type());
    } else {
      response.setEntity(rendered.bytes(), null, MediaType.valueOf(rendered.type()));
    }
  }

  private boolean isKnown(String etag) {
    String header = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
    return header != null
        && etag != null
        && (header.equals(etag) || EntityTags.of(header).matchWeakly(etag));
  }
}
