package org.grappe.shared.write;

import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.grappe.shared.table.SpooledFile;

/** Puts a body that may be large on disk; memory doesn't grow with it. */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
public class SpoolReader implements MessageBodyReader<SpooledFile> {
  private final RequestBody body;

  SpoolReader(RequestBody body) {
    this.body = body;
  }

  @Override
  public boolean isReadable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
    return type == SpooledFile.class;
  }

  @Override
  public SpooledFile readFrom(
      Class<SpooledFile> type,
      Type generic,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream stream)
      throws IOException {
    SpooledFile file = SpooledFile.of(stream);
    body.keep(file);
    return file;
  }
}
