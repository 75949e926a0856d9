package org.grappe.body;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;

/**
 * A body is read where it has been received to. One that breaks off, or whose chunks are none, is
 * the sender's fault.
 */
@Provider
public class BodyStream implements ReaderInterceptor {
  /** Where the routing context keeps the body, or what stands against it. */
  public static final String KEY = "grappe.body";

  /** The largest body but for files: 1 MiB. */
  public static final int MOST_BYTES = 1 << 20;

  private final CurrentVertxRequest request;

  BodyStream(CurrentVertxRequest request) {
    this.request = request;
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    Object received = request.getCurrent().get(KEY);
    if (received instanceof Problem problem) {
      throw problem;
    }
    context.setInputStream(
        received instanceof byte[] bytes
            ? new ByteArrayInputStream(bytes)
            : new Sent(context.getInputStream()));
    return context.proceed();
  }

  private static final class Sent extends FilterInputStream {
    Sent(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) {
      try {
        return in.read(into, from, length);
      } catch (IOException brokenOff) {
        throw Problems.malformed("body.broken-off");
      }
    }
  }
}
