package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import org.grappe.database.Database;
import org.grappe.problem.Problems;
import org.grappe.value.PartialDate;
import org.grappe.value.Violations;

/**
 * Whether the event that a ballot names can be the assembly: it stands in the party's calendar, or
 * no cluster hosts it, and takes place on the assembly's day, as far as both are known.
 */
@ApplicationScoped
class AssemblyEvents {
  private static final String FIT =
      """
      with b (party, first, last) as (select ?::uuid, ?::date, ?::date)
      select coalesce(host_on(e.host_cluster, e.former_hosts, b.last) = b.party, true)
          or exists (
            select from shares s
            where s.event = e.id and s.cluster = b.party and s.accepted_on is not null),
        case when e.recurrence is null then coalesce(b.first <= e.last_on and e.first_on <= b.last, true)
          else exists (
            select from event_days d
            where d.event = e.id and b.first <= d.ends_on and d.starts_on <= b.last) end
      from events e, b where e.id = ?""";

  private final Database database;

  AssemblyEvents(Database database) {
    this.database = database;
  }

  /**
   * Makes sure of it where the ballot says anything new of that.
   *
   * @param before what it was; null for a new one
   * @throws org.grappe.problem.Problem {@code validation-failed}
   */
  void require(Ballot.Content ballot, Ballot.Content before) {
    if (ballot.event() != null && (before == null || !saysTheSame(ballot, before))) {
      Assembly assembly = ballot.assembly();
      PartialDate held =
          assembly.on() == null ? assembly.plannedFor() : PartialDate.of(assembly.on());
      database
          .one(
              FIT,
              row -> told(row.getBoolean(1), row.getBoolean(2), held),
              ballot.party(),
              held.firstDay(),
              held.lastDay(),
              ballot.event())
          .ifPresent(Problems::raise);
    }
  }

  private static boolean saysTheSame(Ballot.Content ballot, Ballot.Content before) {
    return ballot.event().equals(before.event())
        && ballot.party().equals(before.party())
        && ballot.assembly().equals(before.assembly());
  }

  private static Violations told(boolean isOfParty, boolean isThen, PartialDate held) {
    return new Violations()
        .addIf(!isOfParty, "/event", "ballot.event-of-others")
        .addIf(!isThen, "/event", "ballot.event-on-another-day", held);
  }
}
