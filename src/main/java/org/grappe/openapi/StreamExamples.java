package org.grappe.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.grappe.format.CsvColumns;
import org.grappe.http.Formats;

/** Shows a list as CSV and NDJSON: the example of its record, in the columns of the real thing. */
final class StreamExamples {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final DocumentTexts words;

  StreamExamples(DocumentTexts words) {
    this.words = words;
  }

  void show(ApiOperation call, ListOperations.Found found) {
    Content content = call.operation().getResponses().getAPIResponse("200").getContent();
    SchemaRef.of(content)
        .map(page -> page.replaceFirst("Page$", ""))
        // what is no JSON at all has the schema of its rows nowhere
        .or(() -> Optional.ofNullable(found.view().getAnnotation(Schema.class)).map(Schema::name))
        .flatMap(words::example)
        .map(item -> JSON.convertValue(item, ObjectNode.class))
        .ifPresent(
            row -> {
              CsvColumns columns = new CsvColumns(found.view());
              show(content, Formats.CSV, line(columns.header()) + line(columns.cells(row)));
              show(content, Formats.NDJSON, json(row) + "\n");
            });
  }

  private static void show(Content content, String type, String text) {
    MediaType media = content.getMediaType(type);
    if (media != null) {
      media.setExample(text);
    }
  }

  private static String json(ObjectNode row) {
    try {
      return JSON.writeValueAsString(row);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalStateException("an example cannot be written", unwritable);
    }
  }

  private static String line(List<String> cells) {
    var text = new StringWriter();
    try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
      csv.writeRecord(cells);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    return text.toString();
  }
}
