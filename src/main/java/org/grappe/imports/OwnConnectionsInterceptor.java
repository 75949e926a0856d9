package org.grappe.imports;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.grappe.database.Database;

/** Stands around the transaction. */
@OwnConnections
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class OwnConnectionsInterceptor {
  private final Database database;

  OwnConnectionsInterceptor(Database database) {
    this.database = database;
  }

  @AroundInvoke
  Object apart(InvocationContext act) throws Exception {
    return database.apart(act::proceed);
  }
}
