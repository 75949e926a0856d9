package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.grappe.caller.Caller;
import org.grappe.caller.Callers;
import org.grappe.database.Database;

/**
 * Results that named themselves: an editor may say that his cluster is what comes of a merger or
 * division of others, but has no say in it by that, until one of theirs names it.
 */
@ApplicationScoped
class SelfNamed {
  private final Database database;
  private final Callers callers;

  SelfNamed(Database database, Callers callers) {
    this.database = database;
    this.callers = callers;
  }

  /** Keeps who has just been named by whom. */
  void keep(UUID undertaking, Collection<UUID> parties, List<UUID> named) {
    if (named.isEmpty()) {
      return;
    }
    Caller caller = callers.current();
    boolean hasSay = parties.stream().anyMatch(party -> caller.edits(List.of(party)));
    database.change(
        hasSay
            ? "delete from self_named_results where undertaking = ? and cluster = any(?)"
            : """
              insert into self_named_results (undertaking, cluster)
              select ?, unnest(?::uuid[]) on conflict do nothing\
              """,
        undertaking,
        named);
  }

  /** Those results that have a say: all but these. */
  List<UUID> invited(UUID undertaking, Collection<UUID> results) {
    List<UUID> alone =
        database.all(
            "select cluster from self_named_results where undertaking = ?",
            row -> row.getObject(1, UUID.class),
            List.of(undertaking));
    return results.stream().filter(result -> !alone.contains(result)).toList();
  }
}
