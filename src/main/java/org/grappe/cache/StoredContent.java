package org.grappe.cache;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

/** The bytes of a response; those in gzip are made when somebody takes them first. */
final class StoredContent {
  /** What takes longer to pack than the thread of all connections is to be held up. */
  private static final int LONG = 16_000;

  /** Sent as they are to any number of readers: sending copies nothing and changes nothing. */
  private final Buffer plain;

  private volatile Buffer packed;

  StoredContent(byte[] bytes) {
    this.plain = Buffer.buffer(bytes);
  }

  Buffer plain() {
    return plain;
  }

  /** Tells the bytes in gzip, now or soon. */
  void packed(Vertx vertx, Consumer<Buffer> taker) {
    if (packed == null && plain.length() > LONG) {
      vertx.executeBlocking(this::pack, false).onSuccess(taker::accept);
    } else {
      taker.accept(pack());
    }
  }

  private Buffer pack() {
    Buffer made = packed;
    if (made == null) {
      var out = new ByteArrayOutputStream(plain.length() / 4 + 64);
      try (var gzip = new GZIPOutputStream(out)) {
        gzip.write(plain.getBytes());
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
      made = Buffer.buffer(out.toByteArray());
      packed = made;
    }
    return made;
  }

  /** How much memory it takes, about, in both forms. */
  int weight() {
    return plain.length() + plain.length() / 4;
  }
}
