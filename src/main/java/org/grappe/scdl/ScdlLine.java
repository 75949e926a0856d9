package org.grappe.scdl;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.grappe.table.LineFault;
import org.grappe.value.PartialDate;

/**
 * What one line of a file says; what it doesn't say is null.
 *
 * @param number its line in the file, from 1
 * @param raw as it stood there
 * @param amount the whole grant's, in euros
 * @param share this beneficiary's in the grant; null where it cannot be read
 * @param faults what is wrong with it, or was mended
 */
@RecordBuilder
record ScdlLine(
    long number,
    String raw,
    Party funder,
    PartialDate agreedOn,
    String reference,
    Party beneficiary,
    String purpose,
    BigDecimal amount,
    String nature,
    String conditions,
    String period,
    String rae,
    Boolean notified,
    BigDecimal share,
    String scheme,
    List<LineFault> faults) {

  /** Who gives or gets, by the numbers that were found good. */
  record Party(String name, String siren, String siret, String rna) {}

  /** The columns of the database in which {@link #kept} is. */
  static final String KEPT =
      """
      funder_name text, funder_siren text, funder_siret text,
      name text, siren text, siret text, rna text,
      day text, reference text, purpose text, amount numeric, share numeric, part numeric,
      nature text, conditions text, period text, rae text, notified boolean, scheme text,
      raw text""";

  /** What the database is told of it. */
  Object[] kept() {
    return new Object[] {
      funder.name(),
      funder.siren(),
      funder.siret(),
      beneficiary.name(),
      beneficiary.siren(),
      beneficiary.siret(),
      beneficiary.rna(),
      agreedOn,
      reference,
      purpose,
      amount,
      share,
      part(),
      nature,
      conditions,
      period,
      rae,
      notified,
      scheme,
      raw
    };
  }

  /** Whether it is left out. */
  boolean isBlocked() {
    return faults.stream().anyMatch(LineFault::blocking);
  }

  /** The beneficiary's part of the grant, to the cent; null where it isn't known. */
  BigDecimal part() {
    return amount == null || share == null
        ? null
        : amount.multiply(share).setScale(2, RoundingMode.HALF_UP);
  }
}
