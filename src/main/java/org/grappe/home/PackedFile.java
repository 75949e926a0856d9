package org.grappe.home;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.grappe.value.Digest;

/**
 * A file of the jar, kept as almost everybody takes it.
 *
 * @param bytes compressed by gzip
 * @param type the value of {@code Content-Type}
 * @param etag its entity tag, which changes with every byte of it
 */
@SuppressWarnings("ArrayRecordComponent") // handed to the wire, never compared
record PackedFile(byte[] bytes, String type, String etag) {

  /** One that lies in the jar as it is. */
  static PackedFile plain(String name, String type) {
    byte[] plain = read(name);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return new PackedFile(packed.toByteArray(), type, '"' + Digest.shortHash(plain) + '"');
  }

  /** One that lies there compressed. */
  static PackedFile packed(String name, String type) {
    byte[] packed = read(name);
    return new PackedFile(packed, type, '"' + Digest.shortHash(packed) + '"');
  }

  /** As it is for who takes nothing compressed. */
  byte[] unpacked() {
    try (InputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return gzip.readAllBytes();
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
