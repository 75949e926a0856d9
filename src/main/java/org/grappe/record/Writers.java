package org.grappe.record;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.grappe.caller.Caller;
import org.grappe.caller.Callers;
import org.grappe.caller.Role;
import org.grappe.database.Database;
import org.grappe.value.Documents;

/** Whether the caller is one of those who write a record. */
@ApplicationScoped
class Writers {
  private final Callers callers;
  private final Database database;

  Writers(Callers callers, Database database) {
    this.callers = callers;
    this.database = database;
  }

  boolean mayCreate(Owners owners) {
    return owners.include(callers.current());
  }

  boolean mayChange(Owners owners, String table, UUID id) {
    Caller caller = callers.current();
    boolean isTheirs =
        owners.kind() != Owners.Kind.ANY_EDITOR
            || caller.isAdministrator()
            || mayChangeShared(table, id, caller);
    return owners.include(caller) && isTheirs;
  }

  /** What records refer to it decides; those that the caller may not read make no difference. */
  private boolean mayChangeShared(String table, UUID id, Caller caller) {
    return caller.is(Role.EDITOR)
        && database
            .one(
                "select may_change(?, ?, ?::jsonb, ?::uuid[])",
                row -> row.getBoolean(1),
                table,
                id,
                Documents.text(caller.author()),
                caller.clusters())
            .orElseThrow();
  }
}
