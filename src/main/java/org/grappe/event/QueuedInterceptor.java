package org.grappe.event;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.grappe.shared.problem.ProblemType;
import org.grappe.shared.problem.Problems;

/** Lets a few at a time pass, in the order in which they came. */
@Queued
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class QueuedInterceptor {
  /** Fewer than there are connections, and enough to keep one event's places busy. */
  private static final Semaphore TURNS = new Semaphore(3, true);

  private static final int SECONDS = 30;

  @AroundInvoke
  Object inTurn(InvocationContext act) throws Exception {
    if (!TURNS.tryAcquire(SECONDS, TimeUnit.SECONDS)) {
      throw Problems.of(ProblemType.UNAVAILABLE, "conflict").with("Retry-After", "1");
    }
    try {
      return act.proceed();
    } finally {
      TURNS.release();
    }
  }
}
