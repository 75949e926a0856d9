package org.grappe.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.grappe.caller.Callers;
import org.grappe.database.Database;
import org.grappe.period.Timeline;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;
import org.grappe.value.Violation;
import org.grappe.value.Violations;

/**
 * By what a cluster is known to others, who give it money by that: administrators alone say so. It
 * has legal numbers of its own, or is an organisation of the registry and has that one's.
 */
@ApplicationScoped
class Identity {
  /** The members of a body that are numbers, in the order of {@link #numbers}. */
  static final List<String> NUMBERS = List.of("/siren", "/siret", "/rna");

  private static final Map<String, Function<ClusterContent, Object>> ADMINISTRATORS =
      Map.of(
          "/slug", ClusterContent::slug,
          "/siren", ClusterContent::siren,
          "/siret", ClusterContent::siret,
          "/rna", ClusterContent::rna,
          "/organisation", ClusterContent::organisation,
          "/region", ClusterContent::region);

  private final Database database;
  private final Callers callers;

  Identity(Database database, Callers callers) {
    this.database = database;
    this.callers = callers;
  }

  /**
   * What a cluster has by itself of what a request says: numbers that are its organisation's are
   * that one's.
   *
   * @throws Problem {@code validation-failed} for others
   */
  ClusterContent own(ClusterContent said) {
    if (said.organisation() == null) {
      return said;
    }
    List<Optional<String>> theirs = numbersOfOrganisation(said);
    Violations violations = new Violations();
    for (int i = 0; i < NUMBERS.size(); i++) {
      Optional<String> number = numbers(said).get(i);
      violations.addIf(
          number.isPresent() && !number.equals(theirs.get(i)),
          NUMBERS.get(i),
          "cluster.numbers-of-organisation");
    }
    Problems.raise(violations);
    return said.withNumbers(NUMBERS.stream().map(none -> Optional.<String>empty()).toList());
  }

  /**
   * The same of a change.
   *
   * @throws Problem {@code forbidden} where an editor changes what is the administrators'
   */
  ClusterContent changed(ClusterContent before, ClusterContent next) {
    if (!callers.current().isAdministrator()) {
      requireSame(before, next);
    }
    return own(next);
  }

  /**
   * Makes sure that an editor lets a cluster's region be what it is on every day.
   *
   * @throws Problem {@code forbidden}
   */
  void requireRegions(Timeline before, Timeline next) {
    if (!callers.current().isAdministrator() && !regions(before).equals(regions(next))) {
      throw Problems.forbidden(List.of(Violation.pointer("/region", "forbidden.administrators")));
    }
  }

  private static List<String> regions(Timeline timeline) {
    return timeline.changesOf("region");
  }

  private void requireSame(ClusterContent before, ClusterContent next) {
    List<Optional<String>> theirs =
        before.organisation() == null ? numbers(before) : numbersOfOrganisation(before);
    List<Violation> violations =
        ADMINISTRATORS.entrySet().stream()
            .filter(member -> !isSame(member.getValue(), before, next))
            .map(Map.Entry::getKey)
            .filter(
                pointer ->
                    !NUMBERS.contains(pointer)
                        || !numbers(next)
                            .get(NUMBERS.indexOf(pointer))
                            .equals(theirs.get(NUMBERS.indexOf(pointer))))
            .sorted()
            .map(pointer -> Violation.pointer(pointer, "forbidden.administrators"))
            .toList();
    if (!violations.isEmpty()) {
      throw Problems.forbidden(violations);
    }
  }

  private static boolean isSame(
      Function<ClusterContent, Object> member, ClusterContent before, ClusterContent next) {
    return Objects.equals(member.apply(before), member.apply(next));
  }

  private static List<Optional<String>> numbers(ClusterContent content) {
    return List.of(
        Optional.ofNullable(content.siren()),
        Optional.ofNullable(content.siret()),
        Optional.ofNullable(content.rna()));
  }

  private List<Optional<String>> numbersOfOrganisation(ClusterContent content) {
    return database
        .one(
            "select siren, siret, rna from organisations where id = ?",
            row ->
                List.of(
                    Optional.ofNullable(row.getString(1)),
                    Optional.ofNullable(row.getString(2)),
                    Optional.ofNullable(row.getString(3))),
            content.organisation())
        .orElseThrow(() -> Problems.validationFailed("/organisation", "reference.gone"));
  }
}
