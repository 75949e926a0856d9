package org.grappe.scdl;

import java.util.List;
import org.grappe.table.ColumnNames;
import org.grappe.table.TableColumn;

/** The columns in the order of the schema. */
enum ScdlColumn implements TableColumn {
  NOM_ATTRIBUANT("nomAttribuant", ScdlTitles.NOM_ATTRIBUANT, List.of()),
  ID_ATTRIBUANT(
      "idAttribuant",
      ScdlTitles.ID_ATTRIBUANT,
      List.of("siret attribuant", "identifiant attribuant", "siret financeur")),
  DATE_CONVENTION(
      "dateConvention",
      ScdlTitles.DATE_CONVENTION,
      List.of("date convention", "date decision", "date signature", "date attribution")),
  REFERENCE_DECISION("referenceDecision", ScdlTitles.REFERENCE_DECISION, List.of()),
  NOM_BENEFICIAIRE("nomBeneficiaire", ScdlTitles.NOM_BENEFICIAIRE, List.of()),
  ID_BENEFICIAIRE(
      "idBeneficiaire",
      ScdlTitles.ID_BENEFICIAIRE,
      List.of("siret", "siren", "identifiant beneficiaire")),
  RNA_BENEFICIAIRE("rnaBeneficiaire", ScdlTitles.RNA_BENEFICIAIRE, List.of("rna", "waldec")),
  OBJET("objet", ScdlTitles.OBJET, List.of()),
  MONTANT("montant", ScdlTitles.MONTANT, List.of("montant", "somme")),
  NATURE("nature", ScdlTitles.NATURE, List.of()),
  CONDITIONS_VERSEMENT("conditionsVersement", ScdlTitles.CONDITIONS_VERSEMENT, List.of()),
  DATES_PERIODE_VERSEMENT("datesPeriodeVersement", ScdlTitles.DATES_PERIODE_VERSEMENT, List.of()),
  ID_RAE("idRAE", ScdlTitles.ID_RAE, List.of()),
  NOTIFICATION_UE("notificationUE", ScdlTitles.NOTIFICATION_UE, List.of()),
  POURCENTAGE_SUBVENTION(
      "pourcentageSubvention",
      ScdlTitles.POURCENTAGE_SUBVENTION,
      List.of("pourcentage", "quote part", "quotepart")),
  DISPOSITIF_AIDE("dispositifAide", ScdlTitles.DISPOSITIF_AIDE, List.of());

  @SuppressWarnings("ImmutableEnumChecker") // the lists are immutable
  private final ColumnNames names;

  ScdlColumn(String title, List<String> titles, List<String> alarms) {
    this.names = new ColumnNames(title, titles, alarms);
  }

  @Override
  public ColumnNames names() {
    return names;
  }

  /** One number of who gets the money is enough. */
  @Override
  public String family() {
    return this == RNA_BENEFICIAIRE ? ID_BENEFICIAIRE.title() : title();
  }
}
