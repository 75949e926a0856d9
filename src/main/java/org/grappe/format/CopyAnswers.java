package org.grappe.format;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.grappe.copy.Answer;
import org.grappe.copy.Contents;
import org.grappe.copy.Copies;
import org.grappe.http.Afterwards;
import org.grappe.http.Exchange;
import org.grappe.position.FeedCursors;
import org.grappe.position.FeedPlaces;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/** Answers a collection once it is made. Who has to wait for that does so without a thread. */
@ApplicationScoped
class CopyAnswers {
  private static final String CHANGES = "/api/v1/changes?after=";
  private final Copies copies;
  private final FeedPlaces places;
  private final FeedCursors cursors;

  CopyAnswers(Copies copies, FeedPlaces places, FeedCursors cursors) {
    this.copies = copies;
    this.places = places;
    this.cursors = cursors;
  }

  void make(
      Contents contents,
      ResteasyReactiveContainerRequestContext request,
      ContainerResponseContext response) {
    CompletableFuture<Answer> answer = copies.of(contents, !request.getMethod().equals("HEAD"));
    // who has gone waits no longer, and holds nothing
    Afterwards.run(
        Exchange.of(request),
        () -> {
          answer.cancel(false);
          var unused = answer.thenAccept(Answer::close);
        });
    if (answer.isDone()) {
      tell(answer.join(), response);
      return;
    }
    request.suspend();
    var unused =
        answer.whenComplete(
            (made, failed) -> {
              if (failed == null) {
                tellLater(made, request, response);
              } else if (!answer.isCancelled()) {
                request.resume(failed);
              } else {
                request.resume(new CancellationException());
              }
            });
  }

  private void tellLater(
      Answer made,
      ResteasyReactiveContainerRequestContext request,
      ContainerResponseContext response) {
    try {
      tell(made, response);
    } catch (Throwable failed) {
      request.resume(failed);
      return;
    }
    request.resume();
  }

  private void tell(Answer made, ContainerResponseContext response) {
    if (made.place() != null) {
      places.flush(made.place().position());
      String link = "<" + CHANGES + cursors.write(made.place()) + ">; rel=\"changes\"";
      Object others = response.getHeaders().getFirst(HttpHeaders.LINK);
      response
          .getHeaders()
          .putSingle(HttpHeaders.LINK, others == null ? link : link + ", " + others);
    }
    response.setEntity(made, null, MediaType.valueOf(made.type()));
  }
}
