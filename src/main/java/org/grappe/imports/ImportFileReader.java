package org.grappe.imports;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.grappe.body.RequestBody;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/** Hands over the file that was received before. */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
public class ImportFileReader implements MessageBodyReader<Object> {
  private final RequestBody body;
  private final RoutingContext context;

  ImportFileReader(RequestBody body, RoutingContext context) {
    this.body = body;
    this.context = context;
  }

  @Override
  public boolean isReadable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
    return type == ImportFile.class || type == CalendarFile.class;
  }

  @Override
  public Object readFrom(
      Class<Object> type,
      Type generic,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream stream) {
    ImportFile file = Upload.of(context);
    if (file == null) {
      // it is packed in a way that nobody here unpacks
      throw Problems.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type");
    }
    body.keepHash(file.hash());
    return (Class<?>) type == CalendarFile.class ? new CalendarFile(file) : file;
  }
}
