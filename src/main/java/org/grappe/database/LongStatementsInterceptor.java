package org.grappe.database;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionManager;

/**
 * Within the transaction that has a longer time, a single statement may take all of it: one may
 * hand over the memberships of tens of thousands. It comes behind what begins the transaction.
 */
@TakesLong
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 300)
public class LongStatementsInterceptor {
  private final TransactionManager transactions;
  private final Database database;

  LongStatementsInterceptor(TransactionManager transactions, Database database) {
    this.transactions = transactions;
    this.database = database;
  }

  @AroundInvoke
  Object withTime(InvocationContext act) throws Exception {
    if (transactions.getStatus() == Status.STATUS_ACTIVE) {
      database.one("select set_config('statement_timeout', '0', true)", row -> true);
    }
    return act.proceed();
  }
}
