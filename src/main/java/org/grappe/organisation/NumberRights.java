package org.grappe.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.grappe.caller.Callers;
import org.grappe.database.Database;
import org.grappe.period.Timeline;
import org.grappe.problem.Problems;
import org.grappe.value.Violation;

/** The numbers of an organisation that is a cluster are that cluster's, and so administrators'. */
@ApplicationScoped
class NumberRights {
  private static final Map<String, Function<OrganisationContent, String>> NUMBERS =
      Map.of(
          "/siren", OrganisationContent::siren,
          "/siret", OrganisationContent::siret,
          "/rna", OrganisationContent::rna);

  private final Callers callers;
  private final Database database;

  NumberRights(Callers callers, Database database) {
    this.callers = callers;
    this.database = database;
  }

  /** Makes sure that an editor lets the numbers of a cluster be, on every day. */
  void require(Organisation entry, Timeline next) {
    if (!callers.current().isAdministrator()
        && !LegalNumbers.areSame(entry.timeline(), next)
        && isCluster(entry.id())) {
      throw Problems.forbidden(
          List.of(Violation.pointer("/siren", "forbidden.numbers-of-cluster")));
    }
  }

  /** The same today, where a request changes it. */
  void require(UUID organisation, OrganisationContent before, OrganisationContent next) {
    List<Violation> changed =
        callers.current().isAdministrator()
            ? List.of()
            : NUMBERS.entrySet().stream()
                .filter(number -> !isSame(number.getValue(), before, next))
                .map(number -> Violation.pointer(number.getKey(), "forbidden.numbers-of-cluster"))
                .toList();
    if (!changed.isEmpty() && isCluster(organisation)) {
      throw Problems.forbidden(changed);
    }
  }

  private static boolean isSame(
      Function<OrganisationContent, String> number,
      OrganisationContent before,
      OrganisationContent next) {
    return Objects.equals(number.apply(before), number.apply(next));
  }

  private boolean isCluster(UUID organisation) {
    return database
        .one("select 1 from clusters where organisation = ?", row -> true, organisation)
        .isPresent();
  }
}
