package org.grappe.testing;

import java.math.BigDecimal;

/** Files of made-up grants, as long as a test wants them, line by line. */
public final class Subsidies {
  public static final String HEADER =
      "nomAttribuant,idAttribuant,dateConvention,referenceDecision,nomBeneficiaire,idBeneficiaire,"
          + "rnaBeneficiaire,objet,montant,nature,conditionsVersement,datesPeriodeVersement,idRAE,"
          + "notificationUE,pourcentageSubvention,dispositifAide\r\n";

  private Subsidies() {}

  /** A SIRET of this SIREN. */
  public static String siret(String siren) {
    for (int n = 0; n < 100_000; n++) {
      String siret = siren + String.format("%05d", n);
      if (luhn(siret) == 0) {
        return siret;
      }
    }
    throw new IllegalStateException(siren);
  }

  /** The SIREN with this number, of a hundred million. */
  public static String siren(int number) {
    String eight = String.format("%08d", number);
    return eight + (10 - luhn(eight + "0")) % 10;
  }

  private static int luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighted = i % 2 == 0 ? digit : 2 * digit;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum % 10;
  }

  /** The amount of the line with this number. */
  public static BigDecimal amount(int n) {
    return BigDecimal.valueOf(100_00L + n % 9_973 * 101L, 2);
  }

  /** The line with this number: one of 5,000 beneficiaries, a day of ten years. */
  public static String line(String funder, int first, int n) {
    int day = n % 3600;
    String date = "%d-%02d-%02d".formatted(2012 + day / 360, day % 360 / 30 + 1, day % 30 % 28 + 1);
    return String.join(
            ",",
            "Département d'essai",
            funder,
            date,
            "CP-" + n / 100,
            "Association n° " + n % 5_000,
            siret(siren(first + n % 5_000)),
            "",
            "\"Action n° " + n + ", soutien à l'été\"",
            amount(n).toPlainString(),
            "aide en numéraire",
            "unique",
            date,
            "",
            "non",
            "1",
            "")
        + "\r\n";
  }

  /** The sum of so many lines. */
  public static BigDecimal sum(int lines) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int n = 0; n < lines; n++) {
      sum = sum.add(amount(n));
    }
    return sum;
  }
}
