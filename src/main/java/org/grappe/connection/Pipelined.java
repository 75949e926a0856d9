package org.grappe.connection;

import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Requests of one connection that came before an earlier one was answered (RFC 9112, 9.3.2). */
final class Pipelined {
  private final int most;
  private final Deque<Object> messages = new ArrayDeque<>();
  private int requests;

  /** So many, and no more. */
  Pipelined(int most) {
    this.most = most;
  }

  /**
   * Keeps a message where it must wait.
   *
   * @param isBusy whether an earlier request is being answered
   * @return whether it waits
   */
  boolean holds(Object message, boolean isBusy) {
    boolean isRequest = message instanceof HttpRequest;
    if (messages.isEmpty() && !(isRequest && isBusy)) {
      return false;
    }
    messages.add(message);
    requests += isRequest ? 1 : 0;
    return true;
  }

  boolean isFull() {
    return requests >= most;
  }

  boolean isEmpty() {
    return messages.isEmpty();
  }

  /** What is there of the next request; it waits no longer. */
  List<Object> next() {
    List<Object> next = new ArrayList<>();
    do {
      next.add(messages.remove());
    } while (!messages.isEmpty() && !(messages.peek() instanceof HttpRequest));
    requests--;
    return next;
  }

  /** Nobody is going to ask for them any more. */
  void release() {
    messages.forEach(ReferenceCountUtil::release);
    messages.clear();
    requests = 0;
  }
}
