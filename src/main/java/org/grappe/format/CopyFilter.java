package org.grappe.format;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.grappe.config.Today;
import org.grappe.copy.Answer;
import org.grappe.copy.Contents;
import org.grappe.copy.Copies;
import org.grappe.http.Afterwards;
import org.grappe.http.Exchange;
import org.grappe.http.FormatSuffix;
import org.grappe.http.Formats;
import org.grappe.position.FeedCursors;
import org.grappe.position.Places;
import org.grappe.query.ListExport;
import org.grappe.query.Page;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerResponseFilter;

/**
 * Has whole collections made before anything of them is answered, so that whatever goes wrong is
 * told. Who has to wait does so without a thread.
 */
@Provider
@Priority(Priorities.USER + 1)
public class CopyFilter implements ResteasyReactiveContainerResponseFilter {
  private static final String CHANGES = "/api/v1/changes?after=";
  private final Copies copies;
  private final Places places;
  private final FeedCursors cursors;
  private final ObjectMapper mapper;
  private final ObjectMapper exact;
  private final Today today;

  CopyFilter(Copies copies, Places places, FeedCursors cursors, ObjectMapper mapper, Today today) {
    this.today = today;
    this.copies = copies;
    this.places = places;
    this.cursors = cursors;
    this.mapper = mapper;
    this.exact = mapper.copy().configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);
  }

  @Override
  public void filter(
      ResteasyReactiveContainerRequestContext request, ContainerResponseContext response) {
    Object entity = response.getEntity();
    FileHeaders file = new FileHeaders(request, response.getHeaders());
    if (entity instanceof Linked linked) {
      linked.link().ifPresent(link -> response.getHeaders().putSingle("Link", link));
    }
    if (entity instanceof Contents contents) {
      file.name(contents.type(), contents.known().map(today::day).orElseGet(today::day));
      make(contents, request, response);
    } else if (entity instanceof Page<?> page && page.all() != null) {
      stream(page, file, request, response);
    }
  }

  private void stream(
      Page<?> page,
      FileHeaders file,
      ResteasyReactiveContainerRequestContext request,
      ContainerResponseContext response) {
    ListExport<?> all = page.all();
    if (FormatSuffix.isSchema(request)) {
      TableSchema schema = TableSchema.of(new CsvColumns(all.type(), all.fields(), all.dialect()));
      response.setEntity(schema, null, MediaType.APPLICATION_JSON_TYPE);
      return;
    }
    boolean csv = MediaType.valueOf(Formats.CSV).isCompatible(response.getMediaType());
    if (page.description() != null) {
      file.link("<" + page.description() + ">; rel=\"describedby\"");
    }
    if (csv) {
      file.describe(all.fields(), all.dialect());
    }
    file.license();
    file.name(csv ? Formats.CSV : Formats.NDJSON, all.day());
    make(
        csv
            ? new CsvRows(all, exact)
            : new NdjsonRows(all, all.fields().isPresent() ? exact : mapper),
        request,
        response);
  }

  private void make(
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
    } catch (RuntimeException failed) {
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
