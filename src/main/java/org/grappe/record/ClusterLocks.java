package org.grappe.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.grappe.database.Busy;
import org.grappe.database.Database;

/**
 * Keeps those who write what belongs to a cluster, and acts that reach over all of it, out of each
 * other's way: whoever writes a record shares its clusters, an act holds them alone. To share never
 * waits, so it is safe whatever is locked already; to hold does, so it comes before everything
 * else. docs/architecture.md tells who waits for whom.
 */
@ApplicationScoped
public class ClusterLocks {
  private static final String SHARED = "share_clusters(?::uuid[])";
  private final Database database;
  private final Signature signature;
  private final TransactionSynchronizationRegistry transaction;

  ClusterLocks(
      Database database, Signature signature, TransactionSynchronizationRegistry transaction) {
    this.database = database;
    this.signature = signature;
    this.transaction = transaction;
  }

  /** What this transaction shares or holds already. */
  private static final class Taken {
    private final Set<UUID> clusters = new HashSet<>();
  }

  /**
   * Lets no act change these clusters as a whole until the transaction ends.
   *
   * @throws Busy while one does, or waits to
   */
  public void share(Collection<UUID> clusters) {
    List<UUID> missing = missing(clusters);
    if (!missing.isEmpty()) {
      take(missing, isFree(missing));
    }
  }

  /** The same by who signs the transaction, where it is not signed: with one question for both. */
  void shareAndSign(Collection<UUID> clusters) {
    List<UUID> missing = missing(clusters);
    if (!missing.isEmpty() && signature.isMissing()) {
      take(missing, signature.signAsking(SHARED, missing));
    } else {
      share(missing);
      signature.sign();
    }
  }

  private boolean isFree(List<UUID> clusters) {
    return database.one("select " + SHARED, row -> row.getBoolean(1), clusters).orElseThrow();
  }

  private void take(List<UUID> clusters, boolean free) {
    if (!free) {
      throw new Busy();
    }
    taken().addAll(clusters);
  }

  /** Lets nobody else write what belongs to these clusters until the transaction ends. */
  public void hold(Collection<UUID> clusters) {
    List<UUID> all = clusters.stream().distinct().toList();
    database.change("call hold_clusters(?::uuid[])", all);
    taken().addAll(all);
  }

  private List<UUID> missing(Collection<UUID> clusters) {
    Set<UUID> taken = taken();
    return clusters.stream().filter(cluster -> !taken.contains(cluster)).distinct().toList();
  }

  private Set<UUID> taken() {
    if (transaction.getResource(Taken.class) == null) {
      transaction.putResource(Taken.class, new Taken());
    }
    return ((Taken) transaction.getResource(Taken.class)).clusters;
  }
}
