package org.grappe.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.grappe.caller.Callers;
import org.grappe.database.Database;
import org.grappe.problem.Problems;
import org.grappe.value.Violation;
import org.grappe.value.Violations;

/** What a membership may say that it continues. */
@ApplicationScoped
class ContinuationRules {
  private final Callers callers;
  private final Database database;

  ContinuationRules(Callers callers, Database database) {
    this.callers = callers;
    this.database = database;
  }

  /**
   * Administrators write it, of a membership: memberships of the same organisation or of one that
   * became it, and no circle.
   *
   * @throws org.grappe.problem.Problem {@code forbidden}, {@code validation-failed}
   */
  void check(UUID membership, MembershipContent content, MembershipContent before) {
    List<UUID> former = before == null ? List.of() : before.continues();
    if (content.continues().equals(former)) {
      return;
    }
    if (!callers.current().isAdministrator()) {
      throw Problems.forbidden(
          List.of(Violation.pointer("/continues", "forbidden.administrators")));
    }
    Violations violations = new Violations();
    violations.addIf(
        content.from() == null && !content.continues().isEmpty(),
        "/continues",
        "membership.application-continues");
    for (int i = 0; i < content.continues().size(); i++) {
      UUID continued = content.continues().get(i);
      String at = "/continues/" + i;
      if (!former.contains(continued) && !isOf(continued, content.organisation())) {
        violations.add(at, "membership.continues-other");
      } else if (leadsTo(continued, membership)) {
        violations.add(at, "membership.continues-circle");
      } else if (content.until() != null && goesOnAfter(continued, content.until())) {
        violations.add(at, "membership.continues-later");
      }
    }
    Problems.raise(violations);
  }

  /** It stays so until this is written: who changes it waits. */
  private boolean isOf(UUID continued, UUID organisation) {
    return database
        .one(
            """
            select 1 from memberships m join organisations_that_became(?) o(id) on o.id = m.organisation
            where m.id = ? and m."from" is not null for share of m""",
            row -> true,
            organisation,
            continued)
        .isPresent();
  }

  /** Who goes on in a membership has ended by its end. */
  private boolean goesOnAfter(UUID continued, LocalDate until) {
    return database
        .one(
            "select 1 from memberships m where m.id = ? and coalesce(m.until, 'infinity') > ?",
            row -> true,
            continued,
            until)
        .isPresent();
  }

  private boolean leadsTo(UUID continued, UUID membership) {
    return database
        .one(
            """
            with recursive line(id) as (
              select ?::uuid
              union
              select k.continued from continuations k join line on k.membership = line.id)
            select 1 from line where id = ?""",
            row -> true,
            continued,
            membership)
        .isPresent();
  }
}
