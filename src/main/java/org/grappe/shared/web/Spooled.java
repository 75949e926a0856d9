package org.grappe.shared.web;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.grappe.shared.read.Digest;

/**
 * An answer that was written before it is sent.
 *
 * @param head what stands before the rest, known only after it
 * @param type the media type
 */
@SuppressWarnings("ArrayRecordComponent") // handed to the wire, never compared
public record Spooled(byte[] head, Spool rest, String type) implements AutoCloseable {

  /** A strong entity tag of the whole; can be asked for once. */
  String etag() {
    byte[] hash = rest.digest();
    byte[] both = Arrays.copyOf(head, head.length + hash.length);
    System.arraycopy(hash, 0, both, head.length, hash.length);
    return "\"" + Digest.shortHash(both) + "\"";
  }

  void writeTo(OutputStream answer) throws IOException {
    answer.write(head);
    rest.writeTo(answer);
  }

  @Override
  public void close() {
    rest.close();
  }
}
