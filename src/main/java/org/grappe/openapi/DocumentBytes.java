package org.grappe.openapi;

import io.smallrye.openapi.runtime.io.Format;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.grappe.value.Digest;

/**
 * The document in one format.
 *
 * @param etag its entity tag, which changes with every byte of it
 */
@SuppressWarnings("ArrayRecordComponent") // handed to the wire, never compared
record DocumentBytes(byte[] bytes, String etag) {

  static DocumentBytes read(String name, Format format) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try (InputStream stream = loader.getResourceAsStream(name + "." + format)) {
      return of(stream.readAllBytes());
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }

  static DocumentBytes of(byte[] bytes) {
    return new DocumentBytes(bytes, '"' + Digest.shortHash(bytes) + '"');
  }
}
