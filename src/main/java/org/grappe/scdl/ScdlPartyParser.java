package org.grappe.scdl;

import org.grappe.scdl.ScdlLine.Party;
import org.grappe.table.Cells;
import org.grappe.table.LegalNumber;
import org.grappe.table.LegalNumber.Kind;
import org.grappe.value.Texts;

/** Reads who gives and who gets: by their numbers, which are cleaned but never guessed. */
final class ScdlPartyParser {
  private static final int LONGEST_NAME = 200;
  private final Cells<ScdlColumn> cells;
  private String siren;
  private String siret;
  private String rna;
  private String rule;

  private ScdlPartyParser(Cells<ScdlColumn> cells) {
    this.cells = cells;
  }

  /** The funder, without whose number a line is nothing. */
  static Party funder(Cells<ScdlColumn> cells) {
    ScdlPartyParser funder = new ScdlPartyParser(cells);
    funder.number(ScdlColumn.ID_ATTRIBUANT, false);
    funder.blockUnlessKnown(ScdlColumn.ID_ATTRIBUANT);
    return funder.party(ScdlColumn.NOM_ATTRIBUANT);
  }

  /** The beneficiary: by SIRET, SIREN or RNA; the one may be wrong where the other is right. */
  static Party beneficiary(Cells<ScdlColumn> cells) {
    ScdlPartyParser beneficiary = new ScdlPartyParser(cells);
    beneficiary.number(ScdlColumn.ID_BENEFICIAIRE, true);
    beneficiary.rna();
    beneficiary.blockUnlessKnown(ScdlColumn.ID_BENEFICIAIRE);
    return beneficiary.party(ScdlColumn.NOM_BENEFICIAIRE);
  }

  private void number(ScdlColumn column, boolean mayBeRna) {
    String said = cells.text(column);
    if (said == null) {
      rule = "required";
      return;
    }
    LegalNumber number = LegalNumber.of(said);
    rule = number.kind() == Kind.RNA && !mayBeRna ? "siret" : number.rule();
    if (rule != null) {
      rule = rule.equals("rna") ? "siret" : rule;
      return;
    }
    tellCleaned(column, number);
    siren = number.siren();
    siret = number.kind() == Kind.SIRET ? number.value() : null;
    rna = number.kind() == Kind.RNA ? number.value() : null;
    if (siret == null) {
      cells.mend(column, "siret", number.value());
    }
  }

  private void rna() {
    String said = cells.text(ScdlColumn.RNA_BENEFICIAIRE);
    if (said == null) {
      return;
    }
    LegalNumber number = LegalNumber.of(said);
    if (number.kind() == Kind.RNA) {
      tellCleaned(ScdlColumn.RNA_BENEFICIAIRE, number);
      rna = number.value();
    } else if (number.kind() == Kind.NONE) {
      cells.mend(ScdlColumn.RNA_BENEFICIAIRE, "identifier", "");
    } else {
      cells.tell(ScdlColumn.RNA_BENEFICIAIRE, "rna");
    }
  }

  private void tellCleaned(ScdlColumn column, LegalNumber number) {
    if (number.isCleaned()) {
      cells.mend(column, "identifier", number.value());
    }
  }

  private void blockUnlessKnown(ScdlColumn column) {
    if (siren == null && rna == null) {
      cells.block(column, rule);
    } else if (rule != null && cells.text(column) != null) {
      cells.tell(column, rule);
    }
  }

  private Party party(ScdlColumn column) {
    String name = cells.text(column);
    if (name == null) {
      cells.tell(column, "required");
    } else if (Texts.length(name) > LONGEST_NAME) {
      name = Texts.first(name, LONGEST_NAME).strip();
      cells.mend(column, "too-long", name);
    }
    return new Party(name, siren, siret, rna);
  }
}
