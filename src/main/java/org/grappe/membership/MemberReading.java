package org.grappe.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.grappe.organisation.KnownOrganisations;
import org.grappe.organisation.KnownOrganisations.Named;
import org.grappe.shared.LegalIds;
import org.grappe.shared.Siren;
import org.grappe.shared.Siret;
import org.grappe.shared.write.Owners;
import org.grappe.shared.write.Rights;

/** Makes a membership of a line, or says why there is none in it. */
@ApplicationScoped
class MemberReading {
  private final KnownOrganisations organisations;
  private final MemberLookup lookup;
  private final Rights rights;

  MemberReading(KnownOrganisations organisations, MemberLookup lookup, Rights rights) {
    this.organisations = organisations;
    this.lookup = lookup;
    this.rights = rights;
  }

  /**
   * What the line says; its organisation is entered if it was not there.
   *
   * @param everywhere the cluster of a line that names none; may be null
   * @throws org.grappe.shared.problem.Problem {@code forbidden} for a cluster that the caller does
   *     not edit, before anything is told of who belongs to it
   */
  Optional<MembershipContent> read(MemberLine line, String everywhere) {
    Optional<UUID> cluster =
        line.text("cluster").or(() -> Optional.ofNullable(everywhere)).flatMap(lookup::cluster);
    blockUnless(cluster.isPresent(), line, "cluster");
    cluster.ifPresent(known -> rights.toEnter(Owners.cluster(known)));
    Named named = named(line);
    UUID college = cluster.flatMap(c -> college(line, c)).orElse(null);
    LocalDate applied = line.day("appliedOn");
    LocalDate from = line.day("from");
    LocalDate until = line.day("until");
    var reason = reason(line);
    if (line.isBlocked()) {
      return Optional.empty();
    }
    return organisation(line, cluster.orElseThrow(), named)
        .map(
            organisation ->
                new MembershipContent(
                    cluster.orElseThrow(),
                    organisation,
                    college,
                    applied,
                    from,
                    until,
                    null,
                    reason,
                    List.of(),
                    List.of(),
                    null));
  }

  private static Named named(MemberLine line) {
    String siren = line.number("siren");
    String siret = line.number("siret");
    String rna = line.number("rna");
    String name = line.text("name").orElse(null);
    String city = line.text("city").orElse(null);
    blockUnless(siren == null || new Siren.Check().isValid(siren, null), line, "siren");
    blockUnless(siret == null || new Siret.Check().isValid(siret, null), line, "siret");
    blockUnless(siren == null || siret == null || siret.startsWith(siren), line, "siret");
    blockUnless(rna == null || rna.matches(LegalIds.RNA), line, "rna");
    blockUnless(name == null || name.length() <= 200, line, "name");
    blockUnless(city == null || city.length() <= 200, line, "city");
    return new Named(name, siren, siret, rna, city);
  }

  /** By id, by number, by a name that is this cluster's member already; otherwise a new one. */
  private Optional<UUID> organisation(MemberLine line, UUID cluster, Named named) {
    if (line.text("organisation").isPresent()) {
      Optional<UUID> known = line.text("organisation").flatMap(lookup::organisation);
      blockUnless(known.isPresent(), line, "organisation");
      return known;
    }
    Optional<UUID> known = organisations.find(named);
    if (known.isEmpty() && !named.isNumbered() && named.name() != null) {
      known = lookup.memberNamed(cluster, named.name());
    }
    blockUnless(known.isPresent() || named.name() != null, line, "name");
    return line.isBlocked() ? Optional.empty() : known.or(() -> enter(named));
  }

  private Optional<UUID> enter(Named named) {
    return Optional.of(organisations.enter(named));
  }

  private Optional<UUID> college(MemberLine line, UUID cluster) {
    Optional<String> name = line.text("college");
    Optional<UUID> college = name.flatMap(text -> lookup.college(cluster, text));
    blockUnless(name.isEmpty() || college.isPresent(), line, "college");
    return college;
  }

  private static MembershipContent.EndReason reason(MemberLine line) {
    String text = line.text("endReason").orElse("").toUpperCase(Locale.ROOT);
    var reason =
        Arrays.stream(MembershipContent.EndReason.values())
            .filter(value -> value.name().equals(text))
            .findFirst();
    blockUnless(text.isEmpty() || reason.isPresent(), line, "endReason");
    return reason.orElse(null);
  }

  private static void blockUnless(boolean good, MemberLine line, String field) {
    if (!good) {
      line.block(field, field);
    }
  }
}
