package org.grappe.record;

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
import org.grappe.position.Numbering;
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
  private final Numbering numbering;

  Signature(
      Callers callers,
      CurrentRequest request,
      Today today,
      Database database,
      TransactionSynchronizationRegistry transaction,
      Numbering numbering) {
    this.callers = callers;
    this.request = request;
    this.today = today;
    this.database = database;
    this.transaction = transaction;
    this.numbering = numbering;
  }

  /** What the trigger {@code write_history} reads. */
  private record Act(Instant at, Caller.Author by, Trace request, String action, UUID act) {}

  /** Signs the transaction, once. */
  void sign() {
    if (isMissing()) {
      sign(null, null);
    }
  }

  /** Does it with a question that is put anyway; whether what it asks is so. */
  boolean signAsking(String question, Object arg) {
    boolean is =
        database
            .one(
                "select " + question + ", set_config('grappe.act', ?, true)",
                row -> row.getBoolean(1),
                arg,
                act(null, null))
            .orElseThrow();
    signed();
    return is;
  }

  boolean isMissing() {
    return transaction.getResource(Signature.class) == null;
  }

  /** Signs it for an act that has a name or an id of its own in the history. */
  void sign(String action, UUID id) {
    database.one(
        "select set_config('grappe.act', ?, true)", row -> row.getString(1), act(action, id));
    signed();
  }

  private void signed() {
    if (isMissing()) {
      numbering.follow();
      transaction.putResource(Signature.class, true);
    }
  }

  private String act(String action, UUID id) {
    return Documents.text(
        new Act(today.now(), callers.current().author(), request.trace().orElse(null), action, id));
  }
}
