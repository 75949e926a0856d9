package org.grappe.shared.web;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.grappe.shared.problem.Problems;

/** A body that breaks off, or whose chunks are none, is the sender's fault. */
@Provider
public class BodyStream implements ReaderInterceptor {

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    context.setInputStream(new Sent(context.getInputStream()));
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
