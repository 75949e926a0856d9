package org.grappe.openapi;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.grappe.format.CsvColumns;
import org.grappe.http.Formats;

/**
 * Shows a whole body with each schema, once; a page is shown by its items. What is no JSON, or is
 * told of one operation alone, has an example of its own there.
 */
final class Examples {
  private final OpenAPI api;
  private final List<ApiOperation> calls;
  private final ListOperations lists;
  private final DocumentTexts words;

  Examples(OpenAPI api, List<ApiOperation> calls, ListOperations lists, DocumentTexts words) {
    this.api = api;
    this.calls = calls;
    this.lists = lists;
    this.words = words;
  }

  void add() {
    api.getComponents()
        .getSchemas()
        .forEach((name, schema) -> words.example(name).ifPresent(whole -> show(schema, whole)));
    for (ApiOperation call : calls) {
      if (call.hasBody()) {
        Content content = call.operation().getRequestBody().getContent();
        words
            .example(call.id() + ".body")
            .ifPresent(
                body -> content.getMediaTypes().values().forEach(one -> one.setExample(body)));
      }
      call.operation().getResponses().getAPIResponses().values().stream()
          .map(APIResponse::getContent)
          .filter(content -> content != null)
          .forEach(content -> show(call, content));
    }
  }

  /** What the whole shows, its members need not. */
  private static void show(Schema schema, Object whole) {
    schema.setExamples(List.of(whole));
    if (schema.getProperties() != null) {
      schema.getProperties().values().forEach(part -> part.setExamples(null));
    }
  }

  private void show(ApiOperation call, Content content) {
    content
        .getMediaTypes()
        .forEach(
            (type, media) -> {
              if (type.equals(ApiOperation.JSON)) {
                words.example(call.id()).ifPresent(media::setExample);
              } else if (type.equals(Formats.CSV)) {
                lists.of(call).ifPresent(found -> media.setExample(header(found.view())));
              } else {
                words
                    .example(call.id() + "." + type)
                    .or(() -> words.example(call.id() + ".document"))
                    .ifPresent(media::setExample);
              }
            });
  }

  /** The columns of a list. */
  private static String header(Class<?> view) {
    var text = new StringWriter();
    try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
      csv.writeRecord(new CsvColumns(view).header());
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    return text.toString();
  }
}
