package org.grappe.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import org.grappe.http.Reset;

/**
 * What was answered on one connection of HTTP/1 since something was asked on it last: all of it has
 * left the service, and may lie in the system's buffer as long as the reader takes nothing. It is
 * used on the connection's own thread.
 */
final class Answered {
  /** So much leaves at once, whoever reads it (RFC 6928). */
  private static final int SOON = 1 << 14;

  /** How often something was taken out, where nobody has counted yet. */
  static final long UNKNOWN = -1;

  private final OpenAnswers all;
  private volatile long since = UNKNOWN;
  private ChannelHandlerContext connection;
  private long bytes;
  private boolean isWhole = true;
  private boolean isTold;

  Answered(OpenAnswers all) {
    this.all = all;
  }

  void begin(ChannelHandlerContext context) {
    connection = context;
  }

  /** A piece of an answer was handed over. */
  void wrote(Object message, long size) {
    bytes += size;
    isWhole = message instanceof LastHttpContent;
    tell();
  }

  /** Who asks for something else has read what came before. */
  void asked() {
    end();
    since = all.known();
  }

  /** Whether it was asked for before something was taken out for so many times. */
  boolean isFromBefore(long count) {
    if (since == UNKNOWN) {
      since = count;
    }
    return since < count;
  }

  /** The connection is no more. */
  void end() {
    bytes = 0;
    isWhole = true;
    tell();
  }

  private void tell() {
    if (isOpen() == isTold) {
      return;
    }
    isTold = !isTold;
    if (isTold) {
      all.add(this);
    } else {
      all.remove(this);
    }
  }

  private boolean isOpen() {
    return !isWhole || bytes > SOON;
  }

  /** Has the reader get no more of it, whatever thread says so. */
  Future<?> withdraw() {
    return connection
        .executor()
        .submit(
            () -> {
              if (isOpen()) {
                Reset.of(connection.channel());
              }
            });
  }
}
