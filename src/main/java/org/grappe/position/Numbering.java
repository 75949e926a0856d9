package org.grappe.position;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Has what a transaction writes numbered once it is committed, before that is answered. */
@ApplicationScoped
public class Numbering {
  private static final Logger LOG = Logger.getLogger(Numbering.class);
  private final TransactionManager transactions;
  private final Positions positions;
  private final HeadWatch watch;
  private final Event<Committed> committed;

  Numbering(
      TransactionManager transactions,
      Positions positions,
      HeadWatch watch,
      Event<Committed> committed) {
    this.transactions = transactions;
    this.positions = positions;
    this.watch = watch;
    this.committed = committed;
  }

  /** Follows the transaction that the caller is in, to its end. */
  public void follow() {
    try {
      transactions.getTransaction().registerSynchronization(new AfterCommit());
    } catch (SystemException | RollbackException ending) {
      throw new IllegalStateException(ending);
    }
  }

  /** Not an interposed one: these are called while the transaction's connection is still held. */
  private final class AfterCommit implements Synchronization {
    @Override
    public void beforeCompletion() {
      // nothing is committed yet
    }

    @Override
    public void afterCompletion(int status) {
      if (status != Status.STATUS_ROLLEDBACK) {
        number();
      }
    }
  }

  /**
   * Says that what follows from records is committed otherwise now, and none of them was written.
   */
  public void derived() {
    positions.derive();
    committed.fire(new Committed(Optional.empty()));
  }

  /**
   * Has all that is committed by now told as far as it is told of own writes, whoever wrote it: for
   * who tells a caller that something has been done which this caller will then want to read.
   *
   * @throws org.grappe.problem.Problem {@code unavailable} where others take too long
   */
  public void catchUp() {
    positions.settled(head -> committed.fire(new Committed(Optional.of(head))));
  }

  private void number() {
    positions.untilTold(
        () -> {
          try {
            committed.fire(new Committed(Optional.of(positions.settle())));
          } catch (Throwable failed) {
            LOG.warnf("A write has no position yet: %s", failed.getMessage());
            watch.settleSoon();
            committed.fire(new Committed(Optional.empty()));
          }
        });
  }
}
