package org.grappe.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.grappe.caller.Caller;
import org.grappe.caller.Callers;
import org.grappe.database.ConstraintRegistry;
import org.grappe.database.Database;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;
import org.grappe.value.Documents;

/**
 * What {@link Rights} checked in a transaction, so that a kept answer is given again only to who
 * might still ask for it the first time.
 */
@ApplicationScoped
class CheckedRights {
  /** Beyond that, what is checked is remembered of whose it is, no longer of which record. */
  private static final int MOST = 50;

  private final TransactionSynchronizationRegistry transaction;
  private final Database database;
  private final Callers callers;
  private final ConstraintRegistry constraints;

  CheckedRights(
      TransactionSynchronizationRegistry transaction,
      Database database,
      Callers callers,
      ConstraintRegistry constraints) {
    this.transaction = transaction;
    this.database = database;
    this.callers = callers;
    this.constraints = constraints;
  }

  /** What this transaction has checked. */
  private static final class Log {
    private final Set<CheckedRight> all = new LinkedHashSet<>();
  }

  /**
   * A record as it is now.
   *
   * @param clusters whose it is
   * @param mayRead whether an editor of the caller's clusters may read it
   */
  private record Found(List<UUID> clusters, boolean mayRead) {}

  void add(CheckedRight right) {
    Set<CheckedRight> all = all();
    all.add(all.size() < MOST ? right : right.ofAny());
  }

  private Set<CheckedRight> all() {
    if (transaction.getResource(Log.class) == null) {
      transaction.putResource(Log.class, new Log());
    }
    return ((Log) transaction.getResource(Log.class)).all;
  }

  /** All of it, as it is kept with the answer. */
  String told() {
    List<CheckedRight> told = all().stream().map(this::told).distinct().toList();
    try {
      return Documents.MAPPER.writeValueAsString(told);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalStateException(unwritable);
    }
  }

  private CheckedRight told(CheckedRight right) {
    if (right.table() == null) {
      return right;
    }
    Optional<Found> found = find(right);
    if (found.isEmpty()) {
      return right.ofAny();
    }
    boolean isTold = new HashSet<>(found.get().clusters()).equals(new HashSet<>(right.clusters()));
    return isTold ? right.following() : right;
  }

  /**
   * Checks all of it again.
   *
   * @param mayChange whether the caller may change what belongs to nobody
   * @throws Problem {@code forbidden}; {@code not-found} for what is there no longer, or hidden
   */
  void checkAgain(String told, java.util.function.Predicate<CheckedRight> mayChange) {
    for (CheckedRight right : read(told)) {
      Caller caller = callers.current();
      Optional<Found> found = right.table() == null ? Optional.empty() : find(right);
      boolean isGone =
          right.table() != null
              && found.filter(one -> caller.isAdministrator() || one.mayRead()).isEmpty();
      if (isGone && !right.isNew()) {
        throw Problems.notFound(noun(right), right.id());
      }
      Owners owners = found.map(one -> right.owners(one.clusters())).orElseGet(right::owners);
      if (!owners.include(caller) || !(right.isNew() || mayChange.test(right))) {
        throw Problems.of(ProblemType.FORBIDDEN, "forbidden.record");
      }
      if (isGone) {
        throw Problems.notFound(noun(right), right.id());
      }
    }
  }

  private String noun(CheckedRight right) {
    return constraints.collection(right.table());
  }

  private static List<CheckedRight> read(String told) {
    try {
      return List.of(Documents.MAPPER.readValue(told, CheckedRight[].class));
    } catch (JsonProcessingException unread) {
      throw new IllegalStateException(unread);
    }
  }

  private Optional<Found> find(CheckedRight right) {
    return database.one(
        """
        select clusters_of(%1$s, to_jsonb(t)), may_read(%1$s, to_jsonb(t), ?::uuid[])
        from %2$s t where t.id = ? and position(? in to_jsonb(t)::text) > 0\
        """
            .formatted("'" + right.table() + "'", right.table()),
        row -> new Found(Arrays.asList((UUID[]) row.getArray(1).getArray()), row.getBoolean(2)),
        callers.current().clusters(),
        right.id(),
        right.part() == null ? "" : right.part());
  }
}
