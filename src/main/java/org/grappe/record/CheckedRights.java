package org.grappe.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What {@link Rights} checked in a transaction. */
@ApplicationScoped
class CheckedRights {
  /** Beyond that, what is checked is remembered of whose it is, no longer of which record. */
  private static final int MOST = 50;

  private final TransactionSynchronizationRegistry transaction;
  private final CurrentOwners current;

  CheckedRights(TransactionSynchronizationRegistry transaction, CurrentOwners current) {
    this.transaction = transaction;
    this.current = current;
  }

  /** What this transaction has checked. */
  private static final class Log {
    private final Set<CheckedRight> all = new LinkedHashSet<>();
  }

  void add(CheckedRight right) {
    Set<CheckedRight> all = log();
    all.add(all.size() < MOST ? right : right.ofAny());
  }

  private Set<CheckedRight> log() {
    if (transaction.getResource(Log.class) == null) {
      transaction.putResource(Log.class, new Log());
    }
    return ((Log) transaction.getResource(Log.class)).all;
  }

  /** All of it, each with what is known at the end of whose the record has become. */
  List<CheckedRight> all() {
    return log().stream().map(this::asItBecame).distinct().toList();
  }

  private CheckedRight asItBecame(CheckedRight right) {
    if (right.table() == null) {
      return right;
    }
    return current.find(right).map(found -> follow(right, found)).orElseGet(right::ofAny);
  }

  private static CheckedRight follow(CheckedRight right, CurrentOwners.Found found) {
    boolean isTold = new HashSet<>(found.clusters()).equals(new HashSet<>(right.clusters()));
    return isTold ? right.following() : right;
  }
}
