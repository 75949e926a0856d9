package org.grappe.scdl;

import java.util.List;
import org.grappe.table.TableColumn;

/**
 * The columns in the order of the schema, with the titles by which people call them: those of the
 * decree of 17 November 2017 and those of publishers.
 */
enum ScdlColumn implements TableColumn {
  NOM_ATTRIBUANT(
      "nomAttribuant",
      "Nom de l'attribuant",
      "Dénomination de l'attribuant",
      "Raison sociale de l'attribuant",
      "Attribuant",
      "Nom du financeur",
      "Financeur",
      "Collectivité"),
  ID_ATTRIBUANT(
      List.of("siret attribuant", "identifiant attribuant", "siret financeur"),
      "idAttribuant",
      "Identification de l'attribuant",
      "SIRET de l'attribuant",
      "N° SIRET de l'attribuant",
      "Attribuant SIRET",
      "Identification SIRET de l'attribuant",
      "Identifiant SIRET de l'attribuant",
      "SIREN de l'attribuant",
      "SIRET du financeur"),
  DATE_CONVENTION(
      List.of("date convention", "date decision", "date signature", "date attribution"),
      "dateConvention",
      "Date de la convention de subvention",
      "Date de la convention",
      "Date de signature de la convention",
      "Date de convention ou de décision",
      "Date de la décision",
      "Date de la délibération",
      "Date de l'attribution",
      "Date d'attribution de la subvention"),
  REFERENCE_DECISION(
      "referenceDecision",
      "Référence de la décision",
      "Référence de la décision d'attribution",
      "N° de la décision",
      "Référence de la délibération",
      "N° de délibération",
      "Référence"),
  NOM_BENEFICIAIRE(
      "nomBeneficiaire",
      "Nom du bénéficiaire",
      "Raison sociale du bénéficiaire",
      "Dénomination du bénéficiaire",
      "Nom de l'organisme bénéficiaire",
      "Organisme bénéficiaire",
      "Nom de l'association bénéficiaire",
      "Association bénéficiaire",
      "Bénéficiaire"),
  ID_BENEFICIAIRE(
      List.of("siret", "siren", "identifiant beneficiaire"),
      "idBeneficiaire",
      "Identification du bénéficiaire",
      "SIRET du bénéficiaire",
      "N° SIRET du bénéficiaire",
      "Bénéficiaire SIRET",
      "Identification SIRET du bénéficiaire",
      "Identifiant SIRET du bénéficiaire",
      "N° d'identification du bénéficiaire",
      "SIREN du bénéficiaire",
      "N° SIREN du bénéficiaire",
      "SIRET",
      "N° SIRET",
      "SIREN",
      "N° SIREN"),
  RNA_BENEFICIAIRE(
      List.of("rna", "waldec"),
      "rnaBeneficiaire",
      "Identification RNA du bénéficiaire",
      "N° RNA du bénéficiaire",
      "RNA du bénéficiaire",
      "Identifiant RNA du bénéficiaire",
      "Bénéficiaire RNA",
      "RNA",
      "N° RNA",
      "Identifiant RNA",
      "N° Waldec"),
  OBJET(
      "objet",
      "Objet de la subvention",
      "Objet de la convention",
      "Objet de la convention de subvention",
      "Objet du dossier",
      "Objet de l'aide",
      "Objet de la demande"),
  MONTANT(
      List.of("montant", "somme"),
      "montant",
      "Montant total de la subvention",
      "Montant de la subvention",
      "Montant total",
      "Montant total en euros",
      "Montant en euros",
      "Montant de la subvention en euros",
      "Montant de l'aide",
      "Montant attribué",
      "Montant accordé",
      "Montant voté"),
  NATURE("nature", "Nature de la subvention", "Nature de l'aide"),
  CONDITIONS_VERSEMENT(
      "conditionsVersement",
      "Conditions de versement de la subvention",
      "Conditions de versement",
      "Modalités de versement"),
  DATES_PERIODE_VERSEMENT(
      "datesPeriodeVersement",
      "Date(s) ou période(s) de versement",
      "Date(s) ou période(s) de versement de la subvention",
      "Dates et période de versement",
      "Date de versement",
      "Période de versement"),
  ID_RAE(
      "idRAE",
      "Numéro unique de référencement au répertoire des aides aux entreprises",
      "Numéro unique de référencement au répertoire des aides aux entreprises (RAE)",
      "Numéro unique de référencement dans le répertoire des aides aux entreprises",
      "Numéro unique de référencement dans le répertoire des aides aux entreprises (RAE)",
      "Identifiant RAE de l'aide au titre de laquelle la subvention est attribuée",
      "N° RAE",
      "RAE"),
  NOTIFICATION_UE(
      "notificationUE",
      "Aide d'État notifiée à la Commission européenne",
      "Aide d'État notifiée à l'UE",
      "Aide d'État notifiée à l'Union européenne",
      "Aide notifiée à la Commission européenne",
      "Notification à la Commission européenne",
      "Notification à l'Union européenne"),
  POURCENTAGE_SUBVENTION(
      List.of("pourcentage", "quote part", "quotepart"),
      "pourcentageSubvention",
      "Pourcentage du montant total de la subvention attribuée au bénéficiaire",
      "Pourcentage du montant de la subvention attribué au bénéficiaire",
      "Pourcentage de la subvention attribué au bénéficiaire",
      "Pourcentage attribué au bénéficiaire",
      "Pourcentage du bénéficiaire"),
  DISPOSITIF_AIDE(
      "dispositifAide",
      "Identifiant référençant le dispositif d'aide à l'origine de la subvention",
      "Dispositif d'aide",
      "Dispositif");

  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  private final List<String> titles;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  private final List<String> alarms;

  ScdlColumn(String title, String... titles) {
    this(List.of(), title, titles);
  }

  ScdlColumn(List<String> alarms, String title, String... titles) {
    this.title = title;
    this.titles = List.of(titles);
    this.alarms = alarms;
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
}
