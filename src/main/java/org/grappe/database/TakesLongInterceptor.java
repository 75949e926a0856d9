package org.grappe.database;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.TransactionManager;

/**
 * Gives the transaction that begins next a longer time. Where one goes on already, its time stays:
 * that is why it isn't {@code @TransactionConfiguration}, which refuses to be called there.
 */
@TakesLong
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class TakesLongInterceptor {
  private static final int SECONDS = 30 * 60;
  private static final int AS_CONFIGURED = 0;
  private final TransactionManager transactions;

  TakesLongInterceptor(TransactionManager transactions) {
    this.transactions = transactions;
  }

  @AroundInvoke
  Object withTime(InvocationContext act) throws Exception {
    transactions.setTransactionTimeout(SECONDS);
    try {
      return act.proceed();
    } finally {
      transactions.setTransactionTimeout(AS_CONFIGURED);
    }
  }
}
