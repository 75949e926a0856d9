package org.grappe.scdl;

import java.util.List;
import org.grappe.table.Titles;

/**
 * By which titles people call the columns of the format: those of the decree of 17 November 2017
 * and those of publishers, the more exact ones first.
 */
final class ScdlTitles {
  static final List<String> NOM_ATTRIBUANT =
      Titles.listed(
          """
          Nom de l'attribuant, Dénomination de l'attribuant, Raison sociale de l'attribuant,
          Attribuant, Nom du financeur, Financeur, Collectivité""");

  static final List<String> ID_ATTRIBUANT =
      Titles.listed(
          """
          Identification de l'attribuant, SIRET de l'attribuant, N° SIRET de l'attribuant,
          Attribuant SIRET, Identification SIRET de l'attribuant,
          Identifiant SIRET de l'attribuant, SIREN de l'attribuant, SIRET du financeur""");

  static final List<String> DATE_CONVENTION =
      Titles.listed(
          """
          Date de la convention de subvention, Date de la convention,
          Date de signature de la convention, Date de convention ou de décision,
          Date de la décision, Date de la délibération, Date de l'attribution,
          Date d'attribution de la subvention""");

  static final List<String> REFERENCE_DECISION =
      Titles.listed(
          """
          Référence de la décision, Référence de la décision d'attribution, N° de la décision,
          Référence de la délibération, N° de délibération, Référence""");

  static final List<String> NOM_BENEFICIAIRE =
      Titles.listed(
          """
          Nom du bénéficiaire, Raison sociale du bénéficiaire, Dénomination du bénéficiaire,
          Nom de l'organisme bénéficiaire, Organisme bénéficiaire,
          Nom de l'association bénéficiaire, Association bénéficiaire, Bénéficiaire""");

  static final List<String> ID_BENEFICIAIRE =
      Titles.listed(
          """
          Identification du bénéficiaire, SIRET du bénéficiaire, N° SIRET du bénéficiaire,
          Bénéficiaire SIRET, Identification SIRET du bénéficiaire,
          Identifiant SIRET du bénéficiaire, N° d'identification du bénéficiaire,
          SIREN du bénéficiaire, N° SIREN du bénéficiaire, SIRET, N° SIRET, SIREN, N° SIREN""");

  static final List<String> RNA_BENEFICIAIRE =
      Titles.listed(
          """
          Identification RNA du bénéficiaire, N° RNA du bénéficiaire, RNA du bénéficiaire,
          Identifiant RNA du bénéficiaire, Bénéficiaire RNA, RNA, N° RNA, Identifiant RNA,
          N° Waldec""");

  static final List<String> OBJET =
      Titles.listed(
          """
          Objet de la subvention, Objet de la convention, Objet de la convention de subvention,
          Objet du dossier, Objet de l'aide, Objet de la demande""");

  static final List<String> MONTANT =
      Titles.listed(
          """
          Montant total de la subvention, Montant de la subvention, Montant total,
          Montant total en euros, Montant en euros, Montant de la subvention en euros,
          Montant de l'aide, Montant attribué, Montant accordé, Montant voté""");

  static final List<String> NATURE = List.of("Nature de la subvention", "Nature de l'aide");

  static final List<String> CONDITIONS_VERSEMENT =
      Titles.listed(
          """
          Conditions de versement de la subvention, Conditions de versement,
          Modalités de versement""");

  static final List<String> DATES_PERIODE_VERSEMENT =
      Titles.listed(
          """
          Date(s) ou période(s) de versement, Date(s) ou période(s) de versement de la subvention,
          Dates et période de versement, Date de versement, Période de versement""");

  static final List<String> ID_RAE =
      Titles.listed(
          """
          Numéro unique de référencement au répertoire des aides aux entreprises,
          Numéro unique de référencement au répertoire des aides aux entreprises (RAE),
          Numéro unique de référencement dans le répertoire des aides aux entreprises,
          Numéro unique de référencement dans le répertoire des aides aux entreprises (RAE),
          Identifiant RAE de l'aide au titre de laquelle la subvention est attribuée, N° RAE, RAE""");

  static final List<String> NOTIFICATION_UE =
      Titles.listed(
          """
          Aide d'État notifiée à la Commission européenne, Aide d'État notifiée à l'UE,
          Aide d'État notifiée à l'Union européenne, Aide notifiée à la Commission européenne,
          Notification à la Commission européenne, Notification à l'Union européenne""");

  static final List<String> POURCENTAGE_SUBVENTION =
      Titles.listed(
          """
          Pourcentage du montant total de la subvention attribuée au bénéficiaire,
          Pourcentage du montant de la subvention attribué au bénéficiaire,
          Pourcentage de la subvention attribué au bénéficiaire,
          Pourcentage attribué au bénéficiaire, Pourcentage du bénéficiaire""");

  static final List<String> DISPOSITIF_AIDE =
      Titles.listed(
          """
          Identifiant référençant le dispositif d'aide à l'origine de la subvention,
          Dispositif d'aide, Dispositif""");

  private ScdlTitles() {}
}
