package org.grappe.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.grappe.database.Database;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;
import org.grappe.query.View;
import org.grappe.value.PartialDate;

/** The organisations themselves, as far as one becomes another. */
@ApplicationScoped
public class FollowedOrganisations {
  private final Organisations organisations;
  private final Database database;

  FollowedOrganisations(Organisations organisations, Database database) {
    this.organisations = organisations;
    this.database = database;
  }

  /**
   * Makes sure that it is there.
   *
   * @throws Problem {@code not-found}
   */
  public void require(UUID id) {
    if (!isThere(id)) {
      throw Problems.notFound("organisations", id);
    }
  }

  public boolean isThere(UUID id) {
    return database.one("select 1 from organisations where id = ?", row -> true, id).isPresent();
  }

  /**
   * Lets nobody else write that one of them became another, or a new member of them, until the
   * transaction ends; of those who come at once, the second waits.
   */
  public void hold(UUID one, UUID other) {
    database.all(
        "select id from organisations where id = any(?::uuid[]) order by id for update",
        row -> row.getObject(1, UUID.class),
        List.of(List.of(one, other)));
  }

  /**
   * Lets it be changed.
   *
   * @throws Problem {@code forbidden}
   */
  public void requireChange(UUID id) {
    Organisation entry =
        organisations
            .findByIdOptional(id)
            .orElseThrow(() -> Problems.notFound("organisations", id));
    organisations.records().requireChange(entry, organisations.owners(entry));
  }

  /** Writes that it became another. */
  public void follow(
      UUID id,
      UUID successor,
      PartialDate on,
      SuccessionKind as,
      String reason,
      List<UUID> sources) {
    Organisation entry = organisations.findById(id);
    Organisation.Followed followed = new Organisation.Followed(successor, on, as);
    organisations.records().updateBySystem(entry, entry.followed(followed, reason, sources));
    organisations.flush();
  }

  /** Keeps why it did not, as it is answered then; that it does not has been written already. */
  public View goesOn(UUID id, PartialDate on, String reason, List<UUID> sources) {
    organisations.records().detachAll();
    Organisation entry = organisations.findById(id);
    return organisations.records().update(entry, entry.goesOn(on, reason, sources));
  }
}
