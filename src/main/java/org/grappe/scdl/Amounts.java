package org.grappe.scdl;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as people write them; what could be two numbers is none. */
final class Amounts {
  private static final String SPACE = "[\\s\\p{Zs}]";

  /** Of three decimals only those that cannot be thousands: {@code 1000.000}, {@code 0,500}. */
  private static final Pattern PLAIN =
      Pattern.compile("-?(\\d{1,15}([.,](\\d{1,2}|\\d{2}00+))?|(\\d{4,15}|0)[.,]\\d{2}0)");

  private static final Pattern SPACED =
      Pattern.compile("-?\\d{1,3}(" + SPACE + "\\d{3}|['’]\\d{3}){1,4}([.,]\\d{1,2})?");
  private static final Pattern FRENCH =
      Pattern.compile("-?\\d{1,3}((\\.\\d{3}){1,4},\\d{1,2}|(\\.\\d{3}){2,4})");
  private static final Pattern ENGLISH =
      Pattern.compile("-?\\d{1,3}((,\\d{3}){1,4}\\.\\d{1,2}|(,\\d{3}){2,4})");

  /** What arithmetic in binary fractions leaves: {@code 99786.570000000007}. */
  private static final Pattern NOISY = Pattern.compile("-?\\d{1,12}[.,]\\d{7,20}");

  private static final BigDecimal NOISE = new BigDecimal("0.000001");
  private static final Pattern SIGN =
      Pattern.compile("^(€|EUR)" + SPACE + "?|" + SPACE + "?(€|EUR|euros?)$");
  private static final Pattern SHARE = Pattern.compile("[01]([.,]\\d{1,20})?");
  private static final Pattern PERCENT = Pattern.compile("\\d{1,3}([.,]\\d{1,8})?" + SPACE + "?%");

  private Amounts() {}

  /** An amount in euros, with or without their sign. */
  static Optional<BigDecimal> amount(String text) {
    String number = SIGN.matcher(text).replaceFirst("");
    if (PLAIN.matcher(number).matches()) {
      return Optional.of(cents(number.replace(',', '.')));
    }
    if (SPACED.matcher(number).matches()) {
      return Optional.of(cents(number.replaceAll(SPACE + "|['’]", "").replace(',', '.')));
    }
    if (FRENCH.matcher(number).matches()) {
      return Optional.of(cents(number.replace(".", "").replace(',', '.')));
    }
    if (ENGLISH.matcher(number).matches()) {
      return Optional.of(cents(number.replace(",", "")));
    }
    return NOISY.matcher(number).matches() ? withoutNoise(number) : Optional.empty();
  }

  private static BigDecimal cents(String number) {
    return new BigDecimal(number).setScale(2, RoundingMode.UNNECESSARY);
  }

  private static Optional<BigDecimal> withoutNoise(String number) {
    BigDecimal exact = new BigDecimal(number.replace(',', '.'));
    BigDecimal cents = exact.setScale(2, RoundingMode.HALF_UP);
    return exact.subtract(cents).abs().compareTo(NOISE) <= 0
        ? Optional.of(cents)
        : Optional.empty();
  }

  /** A share of one, also as a percentage with its sign; a bare 50 may be anything. */
  static Optional<BigDecimal> share(String text) {
    BigDecimal share;
    if (SHARE.matcher(text).matches()) {
      share = new BigDecimal(text.replace(',', '.'));
    } else if (PERCENT.matcher(text).matches()) {
      String percent = text.replaceAll("%|" + SPACE, "").replace(',', '.');
      share = new BigDecimal(percent).movePointLeft(2);
    } else {
      return Optional.empty();
    }
    boolean fits =
        share.compareTo(new BigDecimal("0.01")) >= 0 && share.compareTo(BigDecimal.ONE) <= 0;
    return fits ? Optional.of(plain(share)) : Optional.empty();
  }

  /** Without noughts at its end. */
  static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
