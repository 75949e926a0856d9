package org.grappe.connection;

import jakarta.inject.Singleton;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/** Where bodies are while they come: so many for each caller, and so much memory. */
@Singleton
class BodyPlaces {
  private static final String SECONDS = "5";
  private static final String ALL = "";

  private final Share credentials;
  private final Share addresses;
  private final Share memories;
  private final Share memory;

  BodyPlaces(BodiesConfig config) {
    credentials = new Share(config.credential());
    addresses = new Share(config.address());
    memory = new Share(config.memory().asLongValue());
    memories = new Share(memory.most() / 4);
  }

  /**
   * A place for a body that takes its time.
   *
   * @return what gives it back
   * @throws Problem {@code too-many-requests} where the caller has all of its own
   */
  synchronized Runnable enter(String caller, String address) {
    require(credentials, caller);
    require(addresses, address);
    credentials.take(caller, 1);
    addresses.take(address, 1);
    return () -> leave(caller, address);
  }

  private static void require(Share share, String whose) {
    if (!share.has(whose, 1)) {
      throw Problems.of(ProblemType.TOO_MANY_REQUESTS, "body.too-many", share.most())
          .with("Retry-After", SECONDS);
    }
  }

  private synchronized void leave(String caller, String address) {
    credentials.giveBack(caller, 1);
    addresses.giveBack(address, 1);
  }

  /**
   * Memory for a body.
   *
   * @return what gives it back
   * @throws Problem {@code unavailable} where there is none left, for this caller or at all
   */
  synchronized Runnable keep(String caller, long bytes) {
    if (!memories.has(caller, bytes) || !memory.has(ALL, bytes)) {
      throw Problems.of(ProblemType.UNAVAILABLE, "body.no-room").with("Retry-After", SECONDS);
    }
    memories.take(caller, bytes);
    memory.take(ALL, bytes);
    return () -> forget(caller, bytes);
  }

  private synchronized void forget(String caller, long bytes) {
    memories.giveBack(caller, bytes);
    memory.giveBack(ALL, bytes);
  }
}
