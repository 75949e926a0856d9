package org.grappe.cli.remote;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.grappe.cli.terminal.Failure;

/**
 * The body of an answer, which ends in a failure where its service says nothing more for a while:
 * Java's own deadline is over once the headers are there.
 */
final class HeardBody extends FilterInputStream {
  private static final ScheduledThreadPoolExecutor CLOCK = clock();
  private final Duration patience;
  private final String asked;
  private volatile boolean isCut;

  HeardBody(InputStream body, Duration patience, String asked) {
    super(body);
    this.patience = patience;
    this.asked = asked;
  }

  private static ScheduledThreadPoolExecutor clock() {
    ScheduledThreadPoolExecutor clock =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "body-clock");
              thread.setDaemon(true);
              return thread;
            });
    clock.setRemoveOnCancelPolicy(true);
    return clock;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int most) throws IOException {
    Future<?> cut = CLOCK.schedule(this::cut, patience.toMillis(), TimeUnit.MILLISECONDS);
    try {
      int read = super.read(into, from, most);
      if (isCut) {
        throw silent();
      }
      return read;
    } catch (IOException broken) {
      if (isCut) {
        throw silent();
      }
      throw broken;
    } finally {
      cut.cancel(false);
    }
  }

  /** Ends the read that waits. */
  private void cut() {
    isCut = true;
    try {
      in.close();
    } catch (IOException ended) {
      // so it is
    }
  }

  private Failure silent() {
    return Failure.unreachable("remote.silent", asked, patience.toSeconds());
  }
}
