package org.grappe.membership;

import java.util.List;
import java.util.Set;

/**
 * The words by which a column that is unknown, or what stands in it, looks like one that matters.
 */
final class MemberAlarms {
  static final List<String> SIREN = List.of("siren", "rcs", "immatriculation");

  static final List<String> SIRET = List.of("siret");

  static final List<String> RNA = List.of("rna", "waldec", "numero association");

  static final List<String> FROM =
      all(
          """
          date adhesion, date entree, date admission, membre depuis, adherent depuis""");

  static final List<String> UNTIL =
      all(
          """
          fin, sortie, sorti, depart, demission, radiation, radie, resiliation, resilie, retrait,
          exclusion, cessation, cloture, echeance, expiration, expire, jusqu, quitte, end, ended,
          left, leaving, exit, expiry, until""");

  /** What a column of states says of those who left. */
  static final Set<String> LEFT =
      Set.copyOf(
          all(
              """
          ancien, ancienne, ancienadherent, ancienmembre, exadherent, exmembre, radie, radiee,
          demissionnaire, demission, demissionne, parti, partie, sorti, sortie, exclu, exclue,
          resilie, resiliee, inactif, inactive, expire, expired, former, formermember, left"""));

  private MemberAlarms() {}

  private static List<String> all(String text) {
    return List.of(text.split(",\\s+"));
  }
}
