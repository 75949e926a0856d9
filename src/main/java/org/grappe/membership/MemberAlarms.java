package org.grappe.membership;

import java.util.List;
import java.util.Set;
import org.grappe.table.Titles;

/**
 * The words by which a column that is unknown, or what stands in it, looks like one that matters.
 */
final class MemberAlarms {
  static final List<String> SIREN = List.of("siren");

  static final List<String> SIRET = List.of("siret");

  static final List<String> RNA = List.of("rna", "waldec");

  static final List<String> FROM =
      Titles.listed(
          """
          date adhesion, date entree, date admission, membre depuis, adherent depuis""");

  static final List<String> UNTIL =
      Titles.listed(
          """
          fin, sortie, sorti, depart, demission, radiation, radie, resiliation, resilie, retrait,
          exclusion, exclu, demissionne, demissionnaire, retire, termine, cesse, cessation, cloture, echeance, expiration, expire, jusqu, quitte, end, ended,
          left, leaving, exit, expiry, until""");

  /** The words of what else may end: it says nothing of the membership. */
  static final Set<String> OTHER_ENDS =
      Set.copyOf(
          Titles.listed(
              """
          mandat, contrat, bail, projet, exercice, stage, formation, fonction, poste, convention,
          garantie, assurance, travau, bourse, retraite"""));

  /** What a column of states says of those who left. */
  static final Set<String> LEFT =
      Set.copyOf(
          Titles.listed(
              """
          ancien, ancienne, ancienadherent, ancienmembre, exadherent, exmembre, radie, radiee,
          demissionnaire, demission, demissionne, parti, partie, sorti, sortie, exclu, exclue,
          resilie, resiliee, inactif, inactive, expire, expired, former, formermember, left"""));

  /** The words of a title that asks whether somebody is still a member. */
  static final Set<String> STAYS =
      Set.copyOf(
          Titles.listed("actif, active, activite, actuel, actuelle, encore, toujours, current"));

  /** The words of a title that asks whether somebody no longer is. */
  static final Set<String> GONE =
      Set.copyOf(Titles.listed("ancien, ancienne, inactif, inactive, archive, former"));

  static final Set<String> NO = Set.copyOf(Titles.listed("non, no, n, 0, false, faux"));

  static final Set<String> YES = Set.copyOf(Titles.listed("oui, o, yes, y, x, 1, true, vrai"));

  /** The words of the days that come after somebody's entry and do not end it. */
  static final Set<String> HARMLESS_DAYS =
      Set.copyOf(
          Titles.listed(
              """
          cotisation, paiement, payment, reglement, facture, facturation, versement, relance,
          modification, modifie, maj, mise, saisie, creation, cree, import, export, naissance,
          assemblee, ag, visite, contact, connexion, update, updated, created"""));

  static final Set<String> PHONES =
      Set.copyOf(Titles.listed("tel, telephone, phone, mobile, portable, fax, gsm, telecopie"));

  /** The words of a title that stands over the numbers of something. */
  static final Set<String> IDENTIFIERS =
      Set.copyOf(Titles.listed("identifiant, numero, immatriculation, reference, ref, matricule"));

  /** The words of a title that stands over what a register of trade says of somebody. */
  static final Set<String> REGISTERS = Set.of("rcs", "rc", "rm", "immatriculation", "registre");

  private MemberAlarms() {}
}
