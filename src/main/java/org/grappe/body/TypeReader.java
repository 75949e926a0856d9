package org.grappe.body;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Reads bodies of requests for which only the type of what is made of them matters. */
public abstract class TypeReader implements MessageBodyReader<Object> {
  /** Whether it makes these. */
  protected abstract boolean makes(Class<?> type);

  /** Makes one. */
  protected abstract Object read(Class<?> type, InputStream stream) throws IOException;

  @Override
  public final boolean isReadable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
    return makes(type);
  }

  @Override
  public final Object readFrom(
      Class<Object> type,
      Type generic,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream stream)
      throws IOException {
    return read(type, stream);
  }
}
