package org.grappe.sharing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.grappe.config.Today;
import org.grappe.database.Database;
import org.grappe.event.EventContent;
import org.grappe.event.EventDependant;
import org.grappe.problem.Problem;

/** The events that are shared, each under a convention that must go with it where it moves. */
@ApplicationScoped
class SharedEvents implements EventDependant {
  private final Database database;
  private final SharingRules rules;
  private final Today today;

  SharedEvents(Database database, SharingRules rules, Today today) {
    this.database = database;
    this.rules = rules;
    this.today = today;
  }

  /** A share that stands. */
  private record Standing(UUID id, UUID cluster, UUID convention, UUID event) {}

  /**
   * Lets an event be moved only as far as those with whom it is shared are bound by a convention.
   *
   * @throws Problem as {@link SharingRules#convention}
   */
  @Override
  public void allowMove(UUID event, EventContent content) {
    for (Standing share : standing(List.of(event))) {
      UUID convention = rules.convention(event, content, share.cluster);
      rules.requireThere(event, share.cluster);
      if (!convention.equals(share.convention)) {
        database.change(
            """
            update shares set convention = ?, version = version + 1, updated_at = ?
            where id = ?""",
            convention,
            today.now(),
            share.id);
      }
    }
  }

  /** Those of these events that are shared with somebody now. */
  @Override
  public Set<UUID> bound(List<UUID> events) {
    return standing(events).stream().map(Standing::event).collect(Collectors.toSet());
  }

  private List<Standing> standing(List<UUID> events) {
    return database.all(
        """
        select id, cluster, convention, event from shares
        where event = any(?::uuid[]) and accepted_on is not null and refused_on is null and until is null""",
        row ->
            new Standing(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class)),
        List.of(events));
  }
}
