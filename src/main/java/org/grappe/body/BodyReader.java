package org.grappe.body;

import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;

/** Reads the bodies of requests into their records, and patches into patches. */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
public class BodyReader extends TypeReader {
  private final BodyChecks checks;
  private final RequestBody body;

  BodyReader(BodyChecks checks, RequestBody body) {
    this.checks = checks;
    this.body = body;
  }

  @Override
  protected boolean makes(Class<?> type) {
    return type.isRecord() || type == MergePatch.class;
  }

  @Override
  protected Object read(Class<?> type, InputStream stream) throws IOException {
    byte[] bytes = StrictJson.bytes(stream);
    body.keep(bytes);
    var object = StrictJson.object(bytes);
    return type == MergePatch.class ? new MergePatch(object) : checks.read(object, type);
  }
}
