package org.grappe.shared.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.grappe.shared.read.Page;

/** Writes a whole collection as RFC 4180, a line a record, a column a member. */
@Provider
@Produces(Formats.CSV)
public class CsvWriter implements MessageBodyWriter<Page<?>> {
  private final ObjectMapper mapper;

  CsvWriter(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public boolean isWriteable(Class<?> type, Type generic, Annotation[] notes, MediaType media) {
    return type == Page.class;
  }

  @Override
  public void writeTo(
      Page<?> page,
      Class<?> type,
      Type generic,
      Annotation[] notes,
      MediaType media,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    Class<?> item = (Class<?>) ((ParameterizedType) generic).getActualTypeArguments()[0];
    CsvColumns columns = new CsvColumns(item);
    var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    var csv =
        de.siegmar.fastcsv.writer.CsvWriter.builder()
            .lineDelimiter(LineDelimiter.CRLF)
            .build(writer);
    csv.writeRecord(columns.header());
    page.all().each(row -> csv.writeRecord(columns.cells(mapper.valueToTree(row))));
    csv.flush();
    writer.flush();
  }
}
