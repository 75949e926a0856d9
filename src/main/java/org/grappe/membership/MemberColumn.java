package org.grappe.membership;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.grappe.shared.table.TableColumn;

/** The columns of a file of members, with the titles that association software gives them. */
enum MemberColumn implements TableColumn {
  CLUSTER("cluster", List.of(), "Grappe", "Grappe d'entreprises", "Nom du cluster"),
  ORGANISATION("organisation", List.of(), "Identifiant de l'organisation", "Organisation id"),
  NAME(
      "name",
      List.of(),
      "Raison sociale",
      "Dénomination sociale",
      "Dénomination",
      "Nom ou raison sociale",
      "Raison sociale ou nom",
      "Nom de la structure",
      "Nom de l'organisation",
      "Nom de l'organisme",
      "Nom de l'entreprise",
      "Nom de la société",
      "Nom de l'association",
      "Nom de l'établissement",
      "Structure",
      "Organisme",
      "Entreprise",
      "Société",
      "Association",
      "Établissement",
      "Company",
      "Company name",
      "Organisation name",
      "Nom commercial",
      "Enseigne",
      "Nom du tiers",
      "Tiers",
      "Nom de l'adhérent",
      "Nom du membre",
      "Adhérent",
      "Membre",
      "Nom",
      "Nom de famille",
      "Last name"),
  FIRST_NAME("firstName", List.of(), "Prénom", "Prénom de l'adhérent", "Prénom du membre"),
  SIREN(
      "siren",
      List.of("siren", "rcs", "immatriculation"),
      "N° SIREN",
      "SIREN n°",
      "Identifiant SIREN",
      "SIREN de l'entreprise",
      "SIREN de la structure",
      "SIREN de l'organisation",
      "N° SIREN de l'entreprise",
      "N° SIREN de la structure"),
  SIRET(
      "siret",
      List.of("siret"),
      "N° SIRET",
      "SIRET n°",
      "Identifiant SIRET",
      "SIRET de l'établissement",
      "SIRET de l'entreprise",
      "SIRET de la structure",
      "SIRET de l'organisation",
      "SIRET du siège",
      "SIRET siège social",
      "N° SIRET de l'établissement",
      "N° SIRET de l'entreprise",
      "N° SIRET de la structure",
      "N° SIRET du siège",
      "SIREN/SIRET",
      "SIRET/SIREN",
      "N° SIREN/SIRET",
      "N° SIRET/SIREN",
      "N° SIREN ou N° SIRET",
      "N° SIRET ou RNA",
      "SIRET ou RNA",
      "SIREN ou RNA"),
  RNA(
      "rna",
      List.of("rna", "waldec", "numero association"),
      "N° RNA",
      "RNA n°",
      "Identifiant RNA",
      "Identification RNA",
      "N° d'association",
      "N° RNA de l'association",
      "RNA de l'association",
      "N° Waldec",
      "Waldec"),
  CITY(
      "city",
      List.of(),
      "Ville",
      "Commune",
      "Localité",
      "Ville du siège",
      "Ville du siège social",
      "Commune du siège",
      "Town"),
  COLLEGE("college", List.of(), "Collège d'adhérents", "Nom du collège", "Collège de l'adhérent"),
  APPLIED_ON(
      "appliedOn",
      List.of(),
      "Date de demande",
      "Date de demande d'adhésion",
      "Demande d'adhésion",
      "Date de candidature",
      "Date de dépôt de la demande",
      "Demande le",
      "Application date"),
  FROM(
      "from",
      List.of("date adhesion", "date entree", "date admission", "membre depuis", "adherent depuis"),
      "Date d'adhésion",
      "Date de l'adhésion",
      "Date de début d'adhésion",
      "Date de début de l'adhésion",
      "Début d'adhésion",
      "Date de première adhésion",
      "Date de 1ère adhésion",
      "Première adhésion",
      "Date d'entrée",
      "Entrée",
      "Date d'admission",
      "Date d'inscription",
      "Date d'affiliation",
      "Date d'effet",
      "Date de début",
      "Début",
      "Adhésion",
      "Adhésion le",
      "Adhérent depuis",
      "Adhérent depuis le",
      "Membre depuis",
      "Membre depuis le",
      "Depuis",
      "Depuis le",
      "Start date",
      "Member since",
      "Since",
      "Joined",
      "Joined on"),
  UNTIL(
      "until",
      List.of(
          "fin",
          "sortie",
          "sorti",
          "depart",
          "demission",
          "radiation",
          "radie",
          "resiliation",
          "resilie",
          "retrait",
          "exclusion",
          "cessation",
          "cloture",
          "echeance",
          "expiration",
          "expire",
          "jusqu",
          "quitte",
          "end",
          "ended",
          "left",
          "leaving",
          "exit",
          "expiry",
          "until"),
      "Date de sortie",
      "Sortie",
      "Sortie le",
      "Date de fin d'adhésion",
      "Date de fin de l'adhésion",
      "Fin d'adhésion",
      "Fin de l'adhésion",
      "Date de fin",
      "Fin",
      "Date de départ",
      "Départ",
      "Départ le",
      "Date de démission",
      "Démission",
      "Date de radiation",
      "Date de résiliation",
      "Date de retrait",
      "Date d'exclusion",
      "Date de cessation",
      "Date de clôture",
      "Date de fin de validité",
      "Fin de validité",
      "Date d'échéance",
      "Échéance",
      "Date d'expiration",
      "Expiration",
      "Valable jusqu'au",
      "Valide jusqu'au",
      "Membre jusqu'au",
      "Adhérent jusqu'au",
      "Jusqu'au",
      "End date",
      "End",
      "Ended on",
      "Left on",
      "Leaving date",
      "Exit date",
      "Expiry date",
      "Expires"),
  END_REASON(
      "endReason",
      List.of(),
      "Motif",
      "Motif de sortie",
      "Motif de départ",
      "Motif de fin",
      "Motif de fin d'adhésion",
      "Motif de radiation",
      "Motif de démission",
      "Raison de sortie",
      "Raison du départ",
      "Cause de départ");

  private static final Set<String> LEFT =
      Set.of(
          "ancien",
          "ancienne",
          "ancienadherent",
          "ancienmembre",
          "exadherent",
          "exmembre",
          "radie",
          "radiee",
          "demissionnaire",
          "demission",
          "demissionne",
          "parti",
          "partie",
          "sorti",
          "sortie",
          "exclu",
          "exclue",
          "resilie",
          "resiliee",
          "inactif",
          "inactive",
          "expire",
          "expired",
          "former",
          "formermember",
          "left");

  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  private final List<String> alarms;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  private final List<String> titles;

  MemberColumn(String title, List<String> alarms, String... titles) {
    this.title = title;
    this.alarms = alarms;
    this.titles = List.of(titles);
  }

  /** The column of a field of the contract. */
  static MemberColumn of(String field) {
    return Arrays.stream(values())
        .filter(column -> column.title.equals(field))
        .findFirst()
        .orElse(FROM);
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public List<String> titles() {
    return titles;
  }

  @Override
  public List<String> alarms() {
    return alarms;
  }

  /** What a column of states says of those who left. */
  @Override
  public Set<String> alarmValues() {
    return this == UNTIL ? LEFT : Set.of();
  }

  /** One number is enough. */
  @Override
  public String family() {
    return this == SIREN || this == SIRET || this == RNA ? "number" : title;
  }
}
