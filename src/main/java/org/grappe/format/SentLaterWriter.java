package org.grappe.format;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.grappe.problem.Problem;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Lets an answer wait without a thread. */
@Provider
public class SentLaterWriter implements ServerMessageBodyWriter<SentLater> {
  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, ResteasyReactiveResourceInfo target, MediaType media) {
    return SentLater.class.isAssignableFrom(type);
  }

  @Override
  public boolean isWriteable(Class<?> type, Type generic, Annotation[] notes, MediaType media) {
    return SentLater.class.isAssignableFrom(type);
  }

  @Override
  public void writeResponse(SentLater answer, Type generic, ServerRequestContext request) {
    var context = (ResteasyReactiveRequestContext) request;
    context.suspend();
    answer.send(context.unwrap(RoutingContext.class), new GoingOn(context));
  }

  private record GoingOn(ResteasyReactiveRequestContext context) implements SentLater.End {
    @Override
    public void sent() {
      context.resume();
    }

    @Override
    public void refused(Problem problem) {
      context.resume(problem);
    }
  }

  @Override
  public void writeTo(
      SentLater answer,
      Class<?> type,
      Type generic,
      Annotation[] notes,
      MediaType media,
      MultivaluedMap<String, Object> headers,
      OutputStream out) {
    throw new UnsupportedOperationException();
  }
}
