package org.grappe.copy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Optional;
import org.grappe.position.Place;
import org.grappe.value.Digest;

/** One that is kept in memory until it is sent. */
@SuppressWarnings("ArrayRecordComponent") // handed from the maker to the wire, never compared
record ShortAnswer(String type, Place place, String etag, byte[] bytes) implements Answer {
  static Answer of(String type, Place place, byte[] bytes) {
    return new ShortAnswer(type, place, "\"" + Digest.shortHash(bytes) + "\"", bytes);
  }

  /** For HEAD of what would take long to make. */
  static Answer unmade(String type) {
    return new ShortAnswer(type, null, null, new byte[0]);
  }

  @Override
  public long length(boolean compressed) {
    return compressed || etag == null ? -1 : bytes.length;
  }

  @Override
  public Optional<byte[]> whole() {
    return etag == null ? Optional.empty() : Optional.of(bytes);
  }

  @Override
  public InputStream open(boolean compressed) {
    return new ByteArrayInputStream(compressed ? Gzip.of(bytes) : bytes);
  }

  @Override
  public void close() {
    // it holds nothing but memory
  }
}
