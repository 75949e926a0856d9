package org.grappe.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.grappe.position.FeedCursors;
import org.grappe.position.Head;
import org.grappe.position.Place;

/** The steps of a page as changes: one for each record. */
@ApplicationScoped
class ChangeItems {
  private final CopiedRecords records;
  private final FeedCursors cursors;

  ChangeItems(CopiedRecords records, FeedCursors cursors) {
    this.records = records;
    this.cursors = cursors;
  }

  /** One for each record, as it is after the last of its steps. */
  List<Change> of(ChangeQuery query, Window window, Head head) {
    Map<UUID, List<Step>> byRecord = new LinkedHashMap<>();
    for (Step step : window.steps()) {
      List<Step> earlier = byRecord.remove(step.id());
      List<Step> all = earlier == null ? new ArrayList<>() : earlier;
      all.add(step);
      byRecord.put(step.id(), all);
    }
    List<List<Step>> told = new ArrayList<>(byRecord.values());
    Map<UUID, CopiedRecords.Found> stored = query.embed() ? stored(told, query) : Map.of();
    List<Change> items = new ArrayList<>();
    for (List<Step> all : told) {
      item(all, stored, window, head).ifPresent(items::add);
    }
    return items;
  }

  private Map<UUID, CopiedRecords.Found> stored(List<List<Step>> told, ChangeQuery query) {
    Map<String, List<UUID>> ids = new LinkedHashMap<>();
    told.stream()
        .map(all -> all.get(all.size() - 1))
        .filter(Step::after)
        .forEach(step -> ids.computeIfAbsent(step.table(), t -> new ArrayList<>()).add(step.id()));
    Map<UUID, CopiedRecords.Found> found = new LinkedHashMap<>();
    ids.forEach((table, some) -> found.putAll(records.find(table, some, query.caller())));
    return found;
  }

  private Optional<Change> item(
      List<Step> all, Map<UUID, CopiedRecords.Found> stored, Window window, Head head) {
    Step last = all.get(all.size() - 1);
    String cursor = cursors.write(new Place(head.epoch(), last.position(), last.fingerprint()));
    UUID act = cursors.act(last.commit());
    Boolean actEnd = isEnd(last, window) ? true : null;
    String type = RecordTypes.of(last.table());
    if (!last.after()) {
      Change.Reason reason =
          last.deleted() ? Change.Reason.DELETED : Change.Reason.NO_LONGER_VISIBLE;
      return Optional.of(
          new Change(
              cursor,
              act,
              type,
              last.id(),
              null,
              null,
              null,
              Change.Action.DELETED,
              reason,
              null,
              actEnd,
              null,
              last.at(),
              null,
              null));
    }
    TreeSet<String> fields = new TreeSet<>();
    all.forEach(step -> fields.addAll(step.fields()));
    boolean erased = all.stream().anyMatch(Step::erased);
    if (fields.isEmpty()) {
      return Optional.empty();
    }
    CopiedRecords.Found now = stored.get(last.id());
    return Optional.of(
        new Change(
            cursor,
            act,
            type,
            last.id(),
            last.slug(),
            last.clusters().size() == 1 ? new Change.Other(last.clusters().get(0)) : null,
            now == null ? last.version() : now.version(),
            Change.Action.UPSERTED,
            null,
            erased ? true : null,
            actEnd,
            List.copyOf(fields),
            last.at(),
            "/api/v1" + last.path(),
            now == null ? null : now.record()));
  }

  private static boolean isEnd(Step step, Window window) {
    List<Step> steps = window.steps();
    return step.commit() == window.cutAct()
        && step.position() == steps.get(steps.size() - 1).position();
  }
}
