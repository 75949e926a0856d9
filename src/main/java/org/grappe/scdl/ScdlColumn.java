package org.grappe.scdl;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grappe.shared.table.Table;

/** The columns in the order of the schema, with the titles by which people call them. */
enum ScdlColumn {
  NOM_ATTRIBUANT("nomAttribuant", "Nom de l'attribuant"),
  ID_ATTRIBUANT("idAttribuant", "Identification de l'attribuant", "Identifiant de l'attribuant"),
  DATE_CONVENTION("dateConvention", "Date de la convention de subvention", "Date de la convention"),
  REFERENCE_DECISION("referenceDecision", "Référence de la décision"),
  NOM_BENEFICIAIRE("nomBeneficiaire", "Nom du bénéficiaire"),
  ID_BENEFICIAIRE(
      "idBeneficiaire", "Identification du bénéficiaire", "Identifiant du bénéficiaire"),
  RNA_BENEFICIAIRE(
      "rnaBeneficiaire", "Identification RNA du bénéficiaire", "Numéro RNA du bénéficiaire"),
  OBJET("objet", "Objet de la subvention"),
  MONTANT("montant", "Montant total de la subvention", "Montant de la subvention"),
  NATURE("nature", "Nature de la subvention"),
  CONDITIONS_VERSEMENT("conditionsVersement", "Conditions de versement de la subvention"),
  DATES_PERIODE_VERSEMENT(
      "datesPeriodeVersement",
      "Date ou période de versement",
      "Dates ou période de versement",
      "Dates ou période de versement de la subvention"),
  ID_RAE(
      "idRAE",
      "Numéro unique de référencement dans le répertoire des aides aux entreprises",
      "Identifiant RAE de l'aide au titre de laquelle la subvention est attribuée"),
  NOTIFICATION_UE(
      "notificationUE",
      "Aide d'État notifiée à la Commission européenne",
      "Aide notifiée à la Commission européenne"),
  POURCENTAGE_SUBVENTION(
      "pourcentageSubvention",
      "Pourcentage du montant total de la subvention attribuée au bénéficiaire",
      "Pourcentage du montant de la subvention attribué au bénéficiaire"),
  DISPOSITIF_AIDE(
      "dispositifAide",
      "Identifiant référençant le dispositif d'aide à l'origine de la subvention",
      "Dispositif d'aide");

  private static final Map<String, ScdlColumn> BY_HEADER = new HashMap<>();

  static {
    for (ScdlColumn column : values()) {
      BY_HEADER.put(Table.plain(column.title), column);
      column.titles.forEach(title -> BY_HEADER.put(Table.plain(title), column));
    }
  }

  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  private final List<String> titles;

  ScdlColumn(String name, String... titles) {
    this.title = name;
    this.titles = List.of(titles);
  }

  /** The name in the schema. */
  String title() {
    return title;
  }

  /** The column that a header means, in any case, by name or by title. */
  static Optional<ScdlColumn> of(String header) {
    return Optional.ofNullable(BY_HEADER.get(Table.plain(header)));
  }
}
