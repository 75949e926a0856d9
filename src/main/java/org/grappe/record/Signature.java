package org.grappe.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Instant;
import java.util.UUID;
import org.grappe.caller.Caller;
import org.grappe.caller.Callers;
import org.grappe.caller.CurrentRequest;
import org.grappe.caller.Trace;
import org.grappe.config.Today;
import org.grappe.database.Database;
import org.grappe.value.Documents;

/**
 * Tells the database who writes in this transaction, and from which request, so that the history of
 * each record says it. Without this the database takes no write.
 */
@ApplicationScoped
class Signature {
  private final Callers callers;
  private final CurrentRequest request;
  private final Today today;
  private final Database database;
  private final TransactionSynchronizationRegistry transaction;

  Signature(
      Callers callers,
      CurrentRequest request,
      Today today,
      Database database,
      TransactionSynchronizationRegistry transaction) {
    this.callers = callers;
    this.request = request;
    this.today = today;
    this.database = database;
    this.transaction = transaction;
  }

  /** What the trigger {@code write_history} reads. */
  private record Act(Instant at, Caller.Author by, Trace request, String action, UUID act) {}

  /** Signs the transaction, once. */
  void sign() {
    if (transaction.getResource(Signature.class) == null) {
      sign(null, null);
    }
  }

  /** Signs it for an act that has a name or an id of its own in the history. */
  void sign(String action, UUID id) {
    Act act =
        new Act(today.now(), callers.current().author(), request.trace().orElse(null), action, id);
    database.one("select set_config('grappe.act', ?, true)", row -> row.getString(1), json(act));
    transaction.putResource(Signature.class, true);
  }

  private static String json(Act act) {
    try {
      return Documents.MAPPER.writeValueAsString(act);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalStateException(unwritable);
    }
  }
}
