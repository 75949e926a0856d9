package org.grappe.imports;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import org.grappe.body.RequestBody;
import org.grappe.body.TypeReader;

/** Hands over the file that was received before. */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
public class ImportFileReader extends TypeReader {
  private final RequestBody body;
  private final RoutingContext context;

  ImportFileReader(RequestBody body, RoutingContext context) {
    this.body = body;
    this.context = context;
  }

  @Override
  protected boolean makes(Class<?> type) {
    return type == ImportFile.class || type == CalendarFile.class;
  }

  @Override
  protected Object read(Class<?> type, InputStream stream) {
    ImportFile file = Upload.of(context);
    if (file == null) {
      // it has no type, or is packed in a way that nobody here unpacks
      throw new NotSupportedException();
    }
    body.keepHash(file.hash());
    return type == CalendarFile.class ? new CalendarFile(file) : file;
  }
}
