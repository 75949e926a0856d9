package org.grappe.membership;

import java.util.List;
import org.grappe.table.Titles;

/**
 * What association software calls the columns of a file of members, the more exact titles first.
 */
final class MemberTitles {
  static final List<String> CLUSTER = List.of("Grappe", "Grappe d'entreprises", "Nom du cluster");

  static final List<String> ORGANISATION =
      List.of("Identifiant de l'organisation", "Organisation id");

  static final List<String> NAME =
      Titles.listed(
          """
          Raison sociale, Dénomination sociale, Dénomination, Nom ou raison sociale,
          Raison sociale ou nom, Nom de la structure, Nom de l'organisation, Nom de l'organisme,
          Nom de l'entreprise, Nom de la société, Nom de l'association, Nom de l'établissement,
          Structure, Organisme, Entreprise, Société, Association, Établissement, Company,
          Company name, Organisation name, Nom commercial, Enseigne, Nom du tiers, Tiers,
          Nom de l'adhérent, Nom du membre, Adhérent, Membre, Nom, Nom de famille, Last name""");

  static final List<String> FIRST_NAME =
      List.of("Prénom", "Prénom de l'adhérent", "Prénom du membre");

  static final List<String> SIREN =
      Titles.listed(
          """
          N° SIREN, SIREN n°, Identifiant SIREN, SIREN de l'entreprise, SIREN de la structure,
          SIREN de l'organisation, N° SIREN de l'entreprise, N° SIREN de la structure,
          SIREN du siège, SIREN siège social, N° SIREN du siège""");

  static final List<String> SIRET =
      Titles.listed(
          """
          N° SIRET, SIRET n°, Identifiant SIRET, SIRET de l'établissement, SIRET de l'entreprise,
          SIRET de la structure, SIRET de l'organisation, SIRET du siège, SIRET siège social,
          N° SIRET de l'établissement, N° SIRET de l'entreprise, N° SIRET de la structure,
          N° SIRET du siège, SIREN/SIRET, SIRET/SIREN, N° SIREN/SIRET, N° SIRET/SIREN,
          N° SIREN ou N° SIRET, N° SIRET ou RNA, SIRET ou RNA, SIREN ou RNA""");

  static final List<String> RNA =
      Titles.listed(
          """
          N° RNA, RNA n°, Identifiant RNA, Identification RNA, N° d'association,
          N° RNA de l'association, RNA de l'association, N° Waldec, Waldec""");

  static final List<String> CITY =
      Titles.listed(
          """
          Ville, Commune, Localité, Ville du siège, Ville du siège social, Commune du siège, Town""");

  static final List<String> COLLEGE =
      List.of("Collège d'adhérents", "Nom du collège", "Collège de l'adhérent");

  static final List<String> APPLIED_ON =
      Titles.listed(
          """
          Date de demande, Date de demande d'adhésion, Demande d'adhésion, Date de candidature,
          Date de dépôt de la demande, Demande le, Application date""");

  static final List<String> FROM =
      Titles.listed(
          """
          Date d'adhésion, Date de l'adhésion, Date de début d'adhésion,
          Date de début de l'adhésion, Début d'adhésion, Date de première adhésion,
          Date de 1ère adhésion, Première adhésion, Date d'entrée, Entrée, Date d'admission,
          Date d'inscription, Date d'affiliation, Date d'effet, Date de début, Début, Adhésion,
          Adhésion le, Adhérent depuis, Adhérent depuis le, Membre depuis, Membre depuis le,
          Depuis, Depuis le, Start date, Member since, Since, Joined, Joined on""");

  static final List<String> UNTIL =
      Titles.listed(
          """
          Date de sortie, Sortie, Sortie le, Date de fin d'adhésion, Date de fin de l'adhésion,
          Fin d'adhésion, Fin de l'adhésion, Date de fin, Fin, Date de départ, Départ, Départ le,
          Date de démission, Démission, Date de radiation, Date de résiliation, Date de retrait,
          Date d'exclusion, Date de cessation, Date de clôture, Date de fin de validité,
          Fin de validité, Date d'échéance, Échéance, Date d'expiration, Expiration,
          Parti le, Parti, Partie le, Partie, Quitté le, Quitté, A quitté le,
          Valable jusqu'au, Valide jusqu'au, Membre jusqu'au, Adhérent jusqu'au, Jusqu'au,
          End date, End, Ended on, Left on, Leaving date, Exit date, Expiry date, Expires""");

  static final List<String> END_REASON =
      Titles.listed(
          """
          Motif, Motif de sortie, Motif de départ, Motif de fin, Motif de fin d'adhésion,
          Motif de radiation, Motif de démission, Raison de sortie, Raison du départ,
          Cause de départ""");

  private MemberTitles() {}
}
