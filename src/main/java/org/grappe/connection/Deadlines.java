package org.grappe.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpResponseEncoder;
import java.time.Duration;

/**
 * What is waited for on one connection of HTTP/1, and how long: the next request, the rest of its
 * head, the rest of a request that has been answered. Where it does not come, the connection ends.
 */
final class Deadlines {
  private final ConnectionsConfig times;
  private final Unread unread;
  private final TooLate tooLate;
  private final Alarm alarm = new Alarm();
  private ChannelHandlerContext connection;
  private int unanswered;
  private boolean isReceiving;
  private boolean isHeadBegun;

  Deadlines(ConnectionsConfig times, Unread unread, TooLate tooLate) {
    this.times = times;
    this.unread = unread;
    this.tooLate = tooLate;
  }

  void begin(ChannelHandlerContext context) {
    connection = context;
  }

  /** It is open; nothing has come. */
  void opened() {
    expect(times.head(), this::endHead);
  }

  /** Something has come of which nothing is made yet. */
  void bytesCame() {
    if (!isHeadBegun && !isReceiving) {
      isHeadBegun = true;
      if (unanswered == 0) {
        expect(times.head(), this::endHead);
      }
    }
  }

  void headCame() {
    isHeadBegun = false;
    isReceiving = true;
    unanswered++;
    alarm.turnOff();
  }

  void requestCame() {
    isReceiving = false;
    expectNext();
  }

  void answered() {
    unanswered--;
    expectNext();
  }

  /** Whether a request is being answered. */
  boolean isBusy() {
    return unanswered > 0;
  }

  void end() {
    alarm.turnOff();
  }

  private void expectNext() {
    if (unanswered > 0) {
      return;
    }
    if (isReceiving) {
      expect(times.linger(), this::close);
    } else if (isHeadBegun) {
      expect(times.head(), this::endHead);
    } else {
      expect(times.idle(), this::endIdle);
    }
  }

  private void expect(Duration time, Runnable otherwise) {
    alarm.set(connection.executor(), time, otherwise);
  }

  private void close() {
    var unused = connection.close();
  }

  private void endIdle() {
    if (unread.isEmpty()) {
      close();
    } else {
      expect(times.idle(), this::endIdle);
    }
  }

  private void endHead() {
    if (isHeadBegun) {
      tooLate.tell(connection.pipeline().context(HttpResponseEncoder.class));
    } else {
      close();
    }
  }
}
