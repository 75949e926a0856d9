package org.grappe.scdl;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as people write them; what could be two numbers is none. */
final class Amounts {
  private static final String SPACE = "[ \\u00a0\\u202f]";
  private static final Pattern PLAIN =
      Pattern.compile("-?\\d{1,15}([.,]\\d{1,2}|\\.\\d{1,2}0{1,8})?");
  private static final Pattern SPACED =
      Pattern.compile("-?\\d{1,3}(" + SPACE + "\\d{3}){1,4}([.,]\\d{1,2})?");
  private static final Pattern FRENCH = Pattern.compile("-?\\d{1,3}(\\.\\d{3}){1,4},\\d{1,2}");
  private static final Pattern ENGLISH = Pattern.compile("-?\\d{1,3}(,\\d{3}){1,4}\\.\\d{1,2}");
  private static final Pattern SHARE = Pattern.compile("[01]([.,]\\d{1,10})?");
  private static final Pattern PERCENT = Pattern.compile("\\d{1,3}([.,]\\d{1,8})?" + SPACE + "?%");

  private Amounts() {}

  /** An amount in euros, with or without their sign. */
  static Optional<BigDecimal> amount(String text) {
    String number = text.replaceFirst(SPACE + "?(€|EUR|euros?)$", "");
    if (PLAIN.matcher(number).matches()) {
      return Optional.of(cents(number.replace(',', '.')));
    }
    if (SPACED.matcher(number).matches() || FRENCH.matcher(number).matches()) {
      boolean grouped = FRENCH.matcher(number).matches();
      String whole = number.replaceAll(grouped ? "\\." : SPACE, "");
      return Optional.of(cents(whole.replace(',', '.')));
    }
    return ENGLISH.matcher(number).matches()
        ? Optional.of(cents(number.replace(",", "")))
        : Optional.empty();
  }

  private static BigDecimal cents(String number) {
    return new BigDecimal(number).setScale(2);
  }

  /** A share of one, also as a percentage with its sign; a bare 50 may be anything. */
  static Optional<BigDecimal> share(String text) {
    BigDecimal share;
    if (SHARE.matcher(text).matches()) {
      share = new BigDecimal(text.replace(',', '.'));
    } else if (PERCENT.matcher(text).matches()) {
      String percent = text.replaceAll("[% \\u00a0\\u202f]", "").replace(',', '.');
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
