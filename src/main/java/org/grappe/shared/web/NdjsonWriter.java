package org.grappe.shared.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.grappe.shared.read.Page;

/** Writes a whole collection as one JSON object a line. */
@Provider
@Produces(Formats.NDJSON)
public class NdjsonWriter implements MessageBodyWriter<Page<?>> {
  private final ObjectMapper mapper;

  NdjsonWriter(ObjectMapper mapper) {
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
      OutputStream out) {
    page.all()
        .each(
            item -> {
              try {
                out.write(mapper.writeValueAsBytes(item));
                out.write('\n');
              } catch (IOException gone) {
                throw new UncheckedIOException(gone);
              }
            });
  }
}
