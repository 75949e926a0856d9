package org.grappe.membership;

import org.grappe.table.Cells;
import org.grappe.table.LegalNumber;
import org.grappe.table.LegalNumber.Kind;

/** Makes of its cells the numbers by which a line knows an organisation. */
final class MemberNumberParser {
  private final Cells<MemberColumn> cells;
  private String siren;
  private String siret;
  private String rna;

  MemberNumberParser(Cells<MemberColumn> cells) {
    this.cells = cells;
    number(MemberColumn.SIREN);
    number(MemberColumn.SIRET);
    number(MemberColumn.RNA);
  }

  /** The organisation of this name and city with these numbers. */
  Named named(String name, String city) {
    return new Named(name, siren, siret, rna, city);
  }

  /** A number may stand in the column of another. */
  private void number(MemberColumn column) {
    String said = cells.text(column);
    if (said == null) {
      return;
    }
    LegalNumber number = LegalNumber.of(said);
    switch (number.kind()) {
      case NONE -> cells.mend(column, "identifier", "");
      case SIREN -> siren = agreed(column, siren, number);
      case SIRET -> {
        siret = agreed(column, siret, number);
        if (siren != null && !siret.startsWith(siren)) {
          cells.block(column, "siret");
        }
      }
      case RNA -> rna = agreed(column, rna, number);
      case WRONG ->
          cells.block(
              column, number.rule().equals("damaged-number") ? number.rule() : column.title());
    }
    boolean isElsewhere = number.kind() != Kind.NONE && !number.kind().name().equals(column.name());
    if (number.value() != null && (number.isCleaned() || isElsewhere)) {
      cells.mend(column, "identifier", number.value());
    }
  }

  private String agreed(MemberColumn column, String before, LegalNumber number) {
    if (before != null && !before.equals(number.value())) {
      cells.block(column, column.title());
    }
    return number.value();
  }
}
