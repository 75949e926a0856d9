package org.grappe.format;

import io.vertx.core.AsyncResult;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Executor;
import org.grappe.http.Reset;
import org.jboss.logging.Logger;

/**
 * One answer on its way: a piece is read when the one before has been taken. Who takes nothing for
 * too long is cut off, as is everybody where the rest cannot be read: what is not whole never ends
 * as if it were.
 */
final class Sending {
  private static final Logger LOG = Logger.getLogger(Sending.class);
  private static final int PIECE = 1 << 15;
  private final RoutingContext http;
  private final HttpServerResponse response;
  private final InputStream bytes;
  private final Executor readers;
  private final Patience patience;
  private final Runnable after;
  private boolean over;

  /**
   * An answer whose head is complete.
   *
   * @param patience milliseconds
   * @param after what is to be done when all is over, however it ends
   */
  Sending(RoutingContext http, InputStream bytes, Executor readers, long patience, Runnable after) {
    this.http = http;
    this.response = http.response();
    this.bytes = bytes;
    this.readers = readers;
    this.patience = new Patience(http.vertx(), patience, this::cutTheSlow);
    this.after = after;
  }

  void begin() {
    patience.begin();
    next();
  }

  private void next() {
    readers.execute(this::piece);
  }

  private synchronized void piece() {
    if (over) {
      return;
    }
    try {
      byte[] piece = bytes.readNBytes(PIECE);
      if (piece.length < PIECE) {
        response.end(Buffer.buffer(piece)).onComplete(last -> finish());
      } else {
        response.write(Buffer.buffer(piece)).onComplete(this::taken);
      }
    } catch (IOException | RuntimeException broken) {
      LOG.warnf("An answer breaks off: %s", broken);
      cut();
    }
  }

  private void taken(AsyncResult<Void> piece) {
    patience.renew();
    if (piece.succeeded()) {
      next();
    } else {
      finish();
    }
  }

  private synchronized void cutTheSlow() {
    if (!over) {
      cut();
    }
  }

  /** Over HTTP/2 this answer alone, else with its connection. */
  private void cut() {
    if (!response.reset()) {
      Reset.of(http.request());
    }
    finish();
  }

  private synchronized void finish() {
    if (over) {
      return;
    }
    over = true;
    patience.end();
    try {
      bytes.close();
    } catch (IOException unread) {
      LOG.debug("a copy was gone before its reader", unread);
    }
    after.run();
  }
}
