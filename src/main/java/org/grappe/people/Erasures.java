package org.grappe.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.UUID;
import org.grappe.config.Today;
import org.grappe.copy.Withdrawn;
import org.grappe.imports.UnfinishedImports;
import org.grappe.record.Acts;

/** Takes a person's name out of everything that is kept. */
@ApplicationScoped
class Erasures {
  private final Acts acts;
  private final NamedPlaces places;
  private final ErasureJournal journal;
  private final Today today;
  private final Event<Withdrawn> withdrawn;
  private final UnfinishedImports imports;

  Erasures(
      Acts acts,
      NamedPlaces places,
      ErasureJournal journal,
      Today today,
      Event<Withdrawn> withdrawn,
      UnfinishedImports imports) {
    this.acts = acts;
    this.places = places;
    this.journal = journal;
    this.today = today;
    this.withdrawn = withdrawn;
    this.imports = imports;
  }

  /**
   * Takes it out of all that is kept, and once more when those files are through that are on their
   * way meanwhile.
   *
   * @param cluster only from what is this cluster's; may be null
   */
  ErasureReport erase(String person, UUID cluster, boolean dryRun) {
    Instant began = today.moment();
    ErasureReport report = takeOut(new PersonName(person), cluster, dryRun);
    if (!dryRun && imports.areAnySince(began)) {
      journal.repeatLater(person, cluster);
    }
    return report;
  }

  /**
   * Takes it out, once.
   *
   * @param cluster only from what is this cluster's; may be null
   */
  ErasureReport takeOut(PersonName name, UUID cluster, boolean dryRun) {
    acts.begin("ERASED");
    ErasureReport report = places.takeOut(new PersonSearch(name, cluster), dryRun);
    if (!dryRun) {
      journal.keep(report, cluster);
      withdrawn.fire(new Withdrawn());
    }
    return report;
  }
}
