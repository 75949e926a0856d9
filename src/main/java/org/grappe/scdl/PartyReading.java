package org.grappe.scdl;

import java.util.regex.Pattern;
import org.grappe.scdl.ScdlLine.Party;
import org.grappe.shared.LegalIds;
import org.grappe.shared.Siren;
import org.grappe.shared.Siret;

/** Reads who gives and who gets: by their numbers, which are cleaned but never guessed. */
final class PartyReading {
  /** What a spreadsheet makes of a number that is too long for it: {@code 7,86E+13}. */
  private static final Pattern DAMAGED = Pattern.compile("\\d+([.,]\\d*)?[eE]\\+?\\d+");

  private static final Pattern BETWEEN = Pattern.compile("[\\s\\u00a0\\u202f'’.-]");
  private static final int LONGEST_NAME = 200;

  private PartyReading() {}

  /** The funder, without whose number a line is nothing. */
  static Party funder(ScdlCells cells) {
    Numbers numbers = new Numbers(cells, ScdlColumn.ID_ATTRIBUANT);
    numbers.read(false);
    if (!numbers.isKnown()) {
      cells.block(ScdlColumn.ID_ATTRIBUANT, numbers.rule);
    }
    return numbers.party(name(cells, ScdlColumn.NOM_ATTRIBUANT));
  }

  /** The beneficiary: by SIRET, SIREN or RNA; the one may be wrong where the other is right. */
  static Party beneficiary(ScdlCells cells) {
    Numbers numbers = new Numbers(cells, ScdlColumn.ID_BENEFICIAIRE);
    numbers.read(true);
    String said = cells.text(ScdlColumn.RNA_BENEFICIAIRE);
    if (said != null) {
      String rna = cleaned(cells, ScdlColumn.RNA_BENEFICIAIRE, said);
      if (rna.matches(LegalIds.RNA)) {
        numbers.rna = rna;
      } else {
        cells.tell(ScdlColumn.RNA_BENEFICIAIRE, "rna");
      }
    }
    if (!numbers.isKnown()) {
      cells.block(ScdlColumn.ID_BENEFICIAIRE, numbers.rule);
    } else if (numbers.rule != null && cells.text(ScdlColumn.ID_BENEFICIAIRE) != null) {
      cells.tell(ScdlColumn.ID_BENEFICIAIRE, numbers.rule);
    }
    return numbers.party(name(cells, ScdlColumn.NOM_BENEFICIAIRE));
  }

  private static String name(ScdlCells cells, ScdlColumn column) {
    String name = cells.text(column);
    if (name == null) {
      cells.tell(column, "required");
    } else if (name.length() > LONGEST_NAME) {
      name = name.substring(0, LONGEST_NAME).strip();
      cells.mend(column, "too-long", name);
    }
    return name;
  }

  private static String cleaned(ScdlCells cells, ScdlColumn column, String said) {
    String cleaned = BETWEEN.matcher(said).replaceAll("").toUpperCase(java.util.Locale.ROOT);
    boolean isNumber = cleaned.matches("\\d+|W[0-9A-Z]+");
    if (isNumber && !cleaned.equals(said)) {
      cells.mend(column, "identifier", cleaned);
    }
    return isNumber ? cleaned : said;
  }

  /** The numbers that a cell holds, and the rule that it breaks if it holds none. */
  private static final class Numbers {
    private final ScdlCells cells;
    private final ScdlColumn column;
    private String siren;
    private String siret;
    private String rna;
    private String rule;

    Numbers(ScdlCells cells, ScdlColumn column) {
      this.cells = cells;
      this.column = column;
    }

    void read(boolean mayBeRna) {
      String said = cells.text(column);
      if (said == null) {
        rule = "required";
        return;
      }
      if (DAMAGED.matcher(said).matches()) {
        rule = "damaged-number";
        return;
      }
      String number = cleaned(cells, column, said);
      if (number.length() == 14 && new Siret.Check().isValid(number, null)) {
        siret = number;
        siren = number.substring(0, 9);
      } else if (number.length() == 9 && new Siren.Check().isValid(number, null)) {
        siren = number;
        cells.mend(column, "siret", number);
      } else if (mayBeRna && number.matches(LegalIds.RNA)) {
        rna = number;
        cells.mend(column, "siret", number);
      } else {
        rule = "siret";
      }
    }

    boolean isKnown() {
      return siren != null || rna != null;
    }

    Party party(String name) {
      return new Party(name, siren, siret, rna);
    }
  }
}
