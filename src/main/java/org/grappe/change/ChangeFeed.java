package org.grappe.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.grappe.caller.Caller;
import org.grappe.position.Head;
import org.grappe.position.Place;

/** The feed for those who follow it within the service: write by write, each record by itself. */
@ApplicationScoped
public class ChangeFeed {
  /** So many positions are looked at by one statement. */
  public static final int PORTION = Steps.PORTION;

  private final Steps steps;
  private final ChangeLog log;
  private final RecordTypes types;

  ChangeFeed(Steps steps, ChangeLog log, RecordTypes types) {
    this.steps = steps;
    this.log = log;
    this.types = types;
  }

  /**
   * What a follower wants to be told of.
   *
   * @param types of records; all where there are none
   * @param clusters what belongs to one of them, before or after; all where there are none
   */
  public record Wanted(List<String> types, List<UUID> clusters, Caller caller) {}

  /** A write of which a follower is told. */
  public record Told(Place place, String type, UUID record) {}

  /** The types of records that there are. */
  public Set<String> types() {
    return types.tables().keySet();
  }

  /** What is told behind a position, up to another, of {@link #PORTION} positions at most. */
  public List<Told> between(Wanted wanted, long after, long upTo, String epoch) {
    return steps.read(query(wanted), after, upTo).stream()
        .filter(step -> !step.after() || !step.fields().isEmpty())
        .map(
            step ->
                new Told(
                    new Place(epoch, step.position(), step.fingerprint()),
                    RecordTypes.of(step.table()),
                    step.id()))
        .toList();
  }

  /** What is told of the write at a place; empty where nothing is, or no longer. */
  public Optional<Change> at(Wanted wanted, Place place, Head head) {
    return log.one(query(wanted), place, head);
  }

  /** One whose type there is no longer finds nothing by it. */
  private ChangeQuery query(Wanted wanted) {
    List<String> tables =
        wanted.types().stream().map(type -> types.tables().getOrDefault(type, type)).toList();
    return new ChangeQuery(
        tables, wanted.clusters(), null, ChangeQuery.MOST, false, wanted.caller());
  }
}
