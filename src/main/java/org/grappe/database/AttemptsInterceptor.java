package org.grappe.database;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;

/**
 * Stands around whatever is a transaction of its own, the commit included: nothing was answered
 * yet, so it can begin anew, with a persistence context that is as new. What a request told is read
 * already and does not change.
 */
@Transactional
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class AttemptsInterceptor {
  private final Attempts attempts;
  private final TransactionSynchronizationRegistry transaction;

  AttemptsInterceptor(Attempts attempts, TransactionSynchronizationRegistry transaction) {
    this.attempts = attempts;
    this.transaction = transaction;
  }

  @AroundInvoke
  Object around(InvocationContext act) throws Exception {
    return transaction.getTransactionStatus() == Status.STATUS_NO_TRANSACTION
        ? attempts.run(act::proceed)
        : act.proceed();
  }
}
