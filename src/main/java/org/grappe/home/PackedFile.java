package org.grappe.home;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import org.grappe.copy.Gzip;
import org.grappe.value.Digest;

/**
 * A file of the jar, kept as almost everybody takes it.
 *
 * @param packed by gzip; sent as it is to any number of readers
 * @param type the value of {@code Content-Type}
 * @param etag its entity tag, which changes with every byte of it
 */
record PackedFile(Buffer packed, String type, String etag) {

  /** One that lies in the jar as it is. */
  static PackedFile plain(String name, String type) {
    return made(read(name), type);
  }

  /** One that is made here. */
  static PackedFile made(byte[] plain, String type) {
    return of(Gzip.of(plain), type, plain);
  }

  /** One that lies there compressed. */
  static PackedFile packed(String name, String type) {
    byte[] packed = read(name);
    return of(packed, type, packed);
  }

  private static PackedFile of(byte[] packed, String type, byte[] tagged) {
    return new PackedFile(Buffer.buffer(packed), type, '"' + Digest.shortHash(tagged) + '"');
  }

  /** As it is for who takes nothing compressed, which takes a while. */
  Buffer unpacked() {
    try (InputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed.getBytes()))) {
      return Buffer.buffer(gzip.readAllBytes());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static byte[] read(String name) {
    try (InputStream stream = PackedFile.class.getResourceAsStream(name)) {
      return stream.readAllBytes();
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }
}
