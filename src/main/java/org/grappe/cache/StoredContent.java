package org.grappe.cache;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import org.grappe.copy.Gzip;

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

  /** The bytes in gzip, now or soon; fails where nobody is free to pack them. */
  Future<Buffer> packed(Vertx vertx) {
    return packed == null && plain.length() > LONG
        ? vertx.executeBlocking(this::pack, false)
        : Future.succeededFuture(pack());
  }

  private Buffer pack() {
    Buffer made = packed;
    if (made == null) {
      made = Buffer.buffer(Gzip.of(plain.getBytes()));
      packed = made;
    }
    return made;
  }

  /** How much memory it takes, about, in both forms. */
  int weight() {
    return plain.length() + plain.length() / 4;
  }
}
