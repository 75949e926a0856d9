package org.grappe.body;

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

/** Reads the bodies of requests into their records, and patches into patches. */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
public class BodyReader implements MessageBodyReader<Object> {
  private final BodyChecks checks;
  private final RequestBody body;

  BodyReader(BodyChecks checks, RequestBody body) {
    this.checks = checks;
    this.body = body;
  }

  @Override
  public boolean isReadable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
    return type.isRecord() || type == MergePatch.class;
  }

  @Override
  public Object readFrom(
      Class<Object> type,
      Type generic,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream stream)
      throws IOException {
    byte[] bytes = StrictJson.bytes(stream);
    body.keep(bytes);
    var object = StrictJson.object(bytes);
    return (Class<?>) type == MergePatch.class ? new MergePatch(object) : checks.read(object, type);
  }
}
