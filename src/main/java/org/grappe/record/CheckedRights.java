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
 * What {@link Rights} was asked in a transaction, so that a kept answer is given again only to who
 * might still ask for it the first time.
 */
@ApplicationScoped
class CheckedRights {
  /** Beyond that, what is asked is remembered of whose it is, no longer of which record. */
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

  /** What this transaction has asked. */
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

  void add(CheckedRight asked) {
    Set<CheckedRight> all = all();
    all.add(all.size() < MOST ? asked : asked.ofAny());
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

  private CheckedRight told(CheckedRight asked) {
    if (asked.table() == null) {
      return asked;
    }
    Optional<Found> found = find(asked);
    if (found.isEmpty()) {
      return asked.ofAny();
    }
    boolean isTold = new HashSet<>(found.get().clusters()).equals(new HashSet<>(asked.clusters()));
    return isTold ? asked.following() : asked;
  }

  /**
   * Asks all of it again.
   *
   * @param mayChange whether the caller may change what belongs to nobody
   * @throws Problem {@code forbidden}; {@code not-found} for what is there no longer, or hidden
   */
  void askAgain(String told, java.util.function.Predicate<CheckedRight> mayChange) {
    for (CheckedRight asked : read(told)) {
      Caller caller = callers.current();
      Optional<Found> found = asked.table() == null ? Optional.empty() : find(asked);
      boolean isGone =
          asked.table() != null
              && found.filter(one -> caller.isAdministrator() || one.mayRead()).isEmpty();
      if (isGone && !asked.isNew()) {
        throw Problems.notFound(noun(asked), asked.id());
      }
      Owners owners = found.map(one -> asked.owners(one.clusters())).orElseGet(asked::owners);
      if (!owners.include(caller) || !(asked.isNew() || mayChange.test(asked))) {
        throw Problems.of(ProblemType.FORBIDDEN, "forbidden.record");
      }
      if (isGone) {
        throw Problems.notFound(noun(asked), asked.id());
      }
    }
  }

  private String noun(CheckedRight asked) {
    return constraints.collection(asked.table());
  }

  private static List<CheckedRight> read(String told) {
    try {
      return List.of(Documents.MAPPER.readValue(told, CheckedRight[].class));
    } catch (JsonProcessingException unread) {
      throw new IllegalStateException(unread);
    }
  }

  private Optional<Found> find(CheckedRight asked) {
    return database.one(
        """
        select clusters_of(%1$s, to_jsonb(t)), may_read(%1$s, to_jsonb(t), ?::uuid[])
        from %2$s t where t.id = ? and position(? in to_jsonb(t)::text) > 0\
        """
            .formatted("'" + asked.table() + "'", asked.table()),
        row -> new Found(Arrays.asList((UUID[]) row.getArray(1).getArray()), row.getBoolean(2)),
        callers.current().clusters(),
        asked.id(),
        asked.part() == null ? "" : asked.part());
  }
}
