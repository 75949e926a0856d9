package org.grappe.format;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import org.grappe.config.Today;
import org.grappe.copy.Contents;
import org.grappe.http.FormatSuffix;
import org.grappe.http.Formats;
import org.grappe.query.ListExport;
import org.grappe.query.Page;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerResponseFilter;

/**
 * Has whole collections made before anything of them is answered, so that whatever goes wrong is
 * told.
 */
@Provider
@Priority(Priorities.USER + 1)
public class CopyFilter implements ResteasyReactiveContainerResponseFilter {
  private final CopyAnswers answers;
  private final ObjectMapper mapper;
  private final ObjectMapper exact;
  private final Today today;

  CopyFilter(CopyAnswers answers, ObjectMapper mapper, Rendering rendering, Today today) {
    this.answers = answers;
    this.today = today;
    this.mapper = mapper;
    this.exact = rendering.exact();
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
      answers.make(contents, request, response);
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
    answers.make(
        csv
            ? new CsvRows(all, exact)
            : new NdjsonRows(all, all.fields().isPresent() ? exact : mapper),
        request,
        response);
  }
}
