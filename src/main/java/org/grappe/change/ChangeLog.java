package org.grappe.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.grappe.position.FeedCursors;
import org.grappe.position.Head;
import org.grappe.position.Place;
import org.grappe.position.Places;

/** What has changed behind a place, as one page. */
@ApplicationScoped
class ChangeLog {
  /** So many portions are looked at for one page; who is told of little is moved on. */
  private static final int PORTIONS = 20;

  /** So many are looked at to see whether an act goes on for the caller. */
  private static final int AHEAD = 100;

  private final Steps steps;
  private final StoredRecords records;
  private final Places places;
  private final FeedCursors cursors;

  ChangeLog(Steps steps, StoredRecords records, Places places, FeedCursors cursors) {
    this.steps = steps;
    this.records = records;
    this.places = places;
    this.cursors = cursors;
  }

  /**
   * A page.
   *
   * @param end the place behind it
   * @param more whether there is more already
   */
  record Slice(List<Change> items, Place end, boolean more) {}

  /** What is to be told to a caller behind a place, as far as the head goes. */
  Slice read(ChangeQuery query, Place after, Head head) {
    places.flush(head.position());
    Window window = new Window(query.limit(), after.position());
    long scanned = after.position();
    for (int i = 0;
        scanned < head.position() && !window.isFull() && (i < PORTIONS || window.isDecided());
        i++) {
      long upTo = Math.min(scanned + Steps.PORTION, head.position());
      window.take(steps.read(query, scanned, upTo), upTo);
      scanned = upTo;
    }
    lookAhead(query, window);
    Place end = window.end() == after.position() ? after : places.at(head.epoch(), window.end());
    return new Slice(items(query, window, head), end, window.end() < head.position());
  }

  /** What one write is told as; empty where this caller is told nothing of it. */
  Optional<Change> one(ChangeQuery query, Place place, Head head) {
    Window window = new Window(1, place.position() - 1);
    window.take(
        steps.read(query, place.position() - 1, place.position()).stream()
            .filter(step -> step.fingerprint() == place.fingerprint())
            .toList(),
        place.position());
    return items(query, window, head).stream().findFirst();
  }

  /**
   * The last item for the caller has the end of its act, whoever else is told of the rest of it.
   */
  private void lookAhead(ChangeQuery query, Window window) {
    for (int i = 0; i < AHEAD && window.isWithinAct(); i++) {
      long upTo = Math.min(window.end() + Steps.PORTION, window.lastOfAct());
      if (!steps.read(query, window.end(), upTo).isEmpty()) {
        return;
      }
      window.pass(upTo);
    }
  }

  /** One for each record, as it is after the last of its steps. */
  private List<Change> items(ChangeQuery query, Window window, Head head) {
    Map<UUID, List<Step>> byRecord = new LinkedHashMap<>();
    for (Step step : window.steps()) {
      List<Step> earlier = byRecord.remove(step.id());
      List<Step> all = earlier == null ? new ArrayList<>() : earlier;
      all.add(step);
      byRecord.put(step.id(), all);
    }
    List<List<Step>> told = new ArrayList<>(byRecord.values());
    Map<UUID, StoredRecords.Found> stored = query.embed() ? stored(told, query) : Map.of();
    List<Change> items = new ArrayList<>();
    for (List<Step> all : told) {
      item(all, stored, window, head).ifPresent(items::add);
    }
    return items;
  }

  private Map<UUID, StoredRecords.Found> stored(List<List<Step>> told, ChangeQuery query) {
    Map<String, List<UUID>> ids = new LinkedHashMap<>();
    told.stream()
        .map(all -> all.get(all.size() - 1))
        .filter(Step::after)
        .forEach(step -> ids.computeIfAbsent(step.table(), t -> new ArrayList<>()).add(step.id()));
    Map<UUID, StoredRecords.Found> found = new LinkedHashMap<>();
    ids.forEach((table, some) -> found.putAll(records.find(table, some, query.caller())));
    return found;
  }

  private Optional<Change> item(
      List<Step> all, Map<UUID, StoredRecords.Found> stored, Window window, Head head) {
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
    StoredRecords.Found now = stored.get(last.id());
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

  /** A page without items, to go on from. */
  static Slice none(Place place) {
    return new Slice(Collections.emptyList(), place, false);
  }
}
