package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.grappe.config.Today;
import org.grappe.database.Database;
import org.grappe.problem.Problems;
import org.grappe.record.Owners;
import org.grappe.record.Rights;

/** Undoes a completion that was entered by mistake, from what the history keeps of it. */
@ApplicationScoped
class MergerReversal {
  /** In the order in which they can be put back: memberships want their clusters alive. */
  private static final List<String> TABLES =
      List.of(
          "clusters",
          "memberships",
          "mandates",
          "colleges",
          "offices",
          "shares",
          "conventions",
          "events");

  private final Mergers mergers;
  private final Database database;
  private final Rights rights;
  private final Today today;

  MergerReversal(Mergers mergers, Database database, Rights rights, Today today) {
    this.mergers = mergers;
    this.database = database;
    this.rights = rights;
    this.today = today;
  }

  /** A record that stands against it. */
  private record Built(String collection, UUID id, String name) {}

  MergerView reverse(String id, String reason, List<UUID> sources) {
    Merger merger = mergers.held(id);
    rights.requireChange(Owners.administrators(), "mergers", merger.id());
    UUID act = merger.completion();
    if (act == null) {
      throw Problems.of(MergerProblems.MERGER_CLOSED, "merger.not-effective");
    }
    List<Built> since = builtSince(merger, act);
    if (!since.isEmpty()) {
      Built first = since.get(0);
      throw Problems.of(
              MergerProblems.REVERSAL_BLOCKED,
              "reversal-blocked.by",
              Problems.noun(first.collection),
              first.name == null ? first.id : first.name)
          .withMember("obstacles", since);
    }
    // shares stand under conventions that go, until they are put back under those that were
    database.change("set constraints fk_shares_convention deferred");
    database.change("call reverse_act(?, ?, ?)", act, today.now(), TABLES);
    database.change("set constraints fk_shares_convention immediate");
    merger.reverse(today.day(), reason, sources);
    mergers.keep(merger);
    return mergers.shown(merger);
  }

  /** What it wrote and somebody has changed since, and what the result has gained since. */
  private List<Built> builtSince(Merger merger, UUID act) {
    return database.all(
        """
        with done as (
          select record_id, record_table, max(seq) as seq from history where act = ?
          group by record_id, record_table),
        since as (
          select h.record_table, h.record_id from done d
          join history h on h.record_id = d.record_id and h.seq > d.seq
          where d.record_id <> ?
          union
          select h.record_table, h.record_id from history h
          where h.seq > (select max(seq) from done) and h.record_id <> ?
            and h.record_table <> 'credentials'
            and clusters_of(h.record_table, h.row) @> array[?::uuid])
        select s.record_table, s.record_id, coalesce(l.row ->> 'name', l.row ->> 'organisation_name',
          l.row ->> 'city', l.row ->> 'person', l.row ->> 'title', l.row ->> 'called') as name
        from since s left join lateral (
          select row from history h where h.record_id = s.record_id and h.row is not null
          order by seq desc limit 1) l on true
        order by 1, 3 limit 20""",
        row -> new Built(row.getString(1), row.getObject(2, UUID.class), row.getString(3)),
        List.of(act, merger.id(), merger.id(), merger.content().result()));
  }
}
