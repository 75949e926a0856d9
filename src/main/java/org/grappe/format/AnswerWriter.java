package org.grappe.format;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.grappe.config.GrappeConfig;
import org.grappe.copy.Answer;
import org.grappe.http.AcceptedCodings;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Sends what was made as fast as it is read, on no thread of its own. */
@Provider
public class AnswerWriter implements ServerMessageBodyWriter<Answer> {
  /** They read files and unpack them, never wait for a reader. */
  private final ExecutorService readers = Executors.newFixedThreadPool(2, AnswerWriter::thread);

  private final long patience;

  AnswerWriter(GrappeConfig config) {
    this.patience = config.copies().idle().toMillis();
  }

  @PreDestroy
  void end() {
    readers.shutdownNow();
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "answers");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, ResteasyReactiveResourceInfo target, MediaType media) {
    return Answer.class.isAssignableFrom(type);
  }

  @Override
  public boolean isWriteable(Class<?> type, Type generic, Annotation[] notes, MediaType media) {
    return Answer.class.isAssignableFrom(type);
  }

  @Override
  public void writeResponse(Answer answer, Type generic, ServerRequestContext request)
      throws IOException {
    var context = (ResteasyReactiveRequestContext) request;
    RoutingContext http = context.unwrap(RoutingContext.class);
    boolean packed =
        AcceptedCodings.takeGzip(http.request().getHeader(HttpHeaders.ACCEPT_ENCODING));
    var bytes = answer.open(packed);
    long length = answer.length(packed);
    if (packed) {
      http.response().putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    if (length >= 0) {
      http.response().putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(length));
    } else {
      http.response().setChunked(true);
    }
    context.suspend();
    new Sending(http, bytes, readers, patience, context::resume).begin();
  }

  @Override
  public void writeTo(
      Answer answer,
      Class<?> type,
      Type generic,
      Annotation[] notes,
      MediaType media,
      MultivaluedMap<String, Object> headers,
      OutputStream out) {
    throw new UnsupportedOperationException();
  }
}
