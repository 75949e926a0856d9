package org.grappe.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** When an answer is sent (RFC 9110, 6.6.1): written once a second, for all that are sent in it. */
@Singleton
class DateHeader {
  private static final CharSequence NAME = HttpHeaders.createOptimized("Date");

  private volatile Written last = new Written(-1);

  private record Written(long second, CharSequence text) {
    Written(long second) {
      this(second, HttpHeaders.createOptimized(HttpDate.of(second)));
    }
  }

  /** Tells it of the moment at which the head goes out, however long the answer takes. */
  void add(RoutingContext context) {
    context.addHeadersEndHandler(sent -> context.response().headers().set(NAME, now()));
  }

  private CharSequence now() {
    long second = Math.floorDiv(System.currentTimeMillis(), 1000);
    Written written = last;
    if (written.second != second) {
      written = new Written(second);
      last = written;
    }
    return written.text;
  }
}
