package org.grappe.shared.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Keeps an answer of unknown size until it is complete: its entity tag goes before it. What is
 * larger than a mebibyte is kept in a file that nobody else sees and that ends with the answer.
 */
public final class Spool extends OutputStream {
  private static final int MOST_IN_MEMORY = 1 << 20;

  private final MessageDigest digest = sha256();
  private ByteArrayOutputStream memory = new ByteArrayOutputStream();
  private FileChannel file;
  private OutputStream out = memory;

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] octets, int from, int length) throws IOException {
    if (file == null && memory.size() + length > MOST_IN_MEMORY) {
      toFile();
    }
    digest.update(octets, from, length);
    out.write(octets, from, length);
  }

  private void toFile() throws IOException {
    Path path = Files.createTempFile("grappe", ".answer");
    file =
        FileChannel.open(
            path,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    out = new java.io.BufferedOutputStream(Channels.newOutputStream(file), 1 << 16);
    memory.writeTo(out);
    memory = null;
  }

  /** What was kept, by its hash. */
  byte[] digest() {
    return digest.digest();
  }

  void writeTo(OutputStream answer) throws IOException {
    if (file == null) {
      memory.writeTo(answer);
      return;
    }
    out.flush();
    file.position(0);
    InputStream kept = Channels.newInputStream(file);
    kept.transferTo(answer);
  }

  @Override
  public void close() {
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException unclosed) {
      throw new UncheckedIOException(unclosed);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
