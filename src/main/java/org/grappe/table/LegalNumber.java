package org.grappe.table;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grappe.value.LegalIds;
import org.grappe.value.Siren;
import org.grappe.value.Siret;

/**
 * The number of a legal body as a file has it: cleaned of what stands between its digits, but never
 * made into another one.
 *
 * @param kind what it is
 * @param value without spaces; null where it is no number
 * @param said what the file has
 * @param rule why it is none; null where it is one
 */
public record LegalNumber(Kind kind, String value, String said, String rule) {
  /** What a spreadsheet makes of a number that is too long for it: {@code 7,86E+13}. */
  private static final Pattern POWER = Pattern.compile("\\d+([.,]\\d*)?\\s?[eE]\\s?[+-]?\\s?\\d+");

  /** A number that was read as one with decimals: {@code 52499120500013.0}. */
  private static final Pattern DECIMALS = Pattern.compile("((?:\\d{9}|\\d{14}))[.,]0+");

  private static final Pattern FORMULA = Pattern.compile("=?\"([^\"]*)\"");
  private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Zs}'’‘`´._\\u2010-\\u2015-]");
  private static final Pattern DIGITS = Pattern.compile("\\d+");

  /** No department has such letters: they stand for digits that somebody misread. */
  private static final Pattern MISREAD = Pattern.compile("W\\d[OIL].*");

  /** What people write where there is no number. */
  private static final Set<String> NONE =
      Set.of(
          "", "nc", "neant", "aucun", "aucune", "so", "na", "sansobjet", "inconnu", "non", "none");

  /** What a text is. */
  public enum Kind {
    SIREN,
    SIRET,
    RNA,
    /** Something that says that there is none. */
    NONE,
    WRONG
  }

  /** What a text says. */
  public static LegalNumber of(String said) {
    if (DIGITS.matcher(said).matches()) {
      return digits(said, said);
    }
    if (POWER.matcher(said).matches()) {
      return wrong(said, "damaged-number");
    }
    if (NONE.contains(Titles.plain(said))) {
      return new LegalNumber(Kind.NONE, null, said, "required");
    }
    String number = cleaned(said);
    if (DIGITS.matcher(number).matches()) {
      return digits(said, number);
    }
    boolean isRna = number.matches(LegalIds.RNA) && !MISREAD.matcher(number).matches();
    return isRna
        ? new LegalNumber(Kind.RNA, number, said, null)
        : wrong(said, number.startsWith("W") ? "rna" : "siret");
  }

  private static String cleaned(String said) {
    Matcher formula = FORMULA.matcher(said);
    String bare = formula.matches() ? formula.group(1) : said;
    String spaceless = bare.replaceAll("[\\s\\p{Zs}]", "");
    Matcher decimals = DECIMALS.matcher(spaceless);
    return decimals.matches()
        ? decimals.group(1)
        : BETWEEN.matcher(bare).replaceAll("").toUpperCase(Locale.ROOT);
  }

  private static LegalNumber digits(String said, String number) {
    if (number.chars().allMatch(c -> c == '0')) {
      return new LegalNumber(Kind.NONE, null, said, "required");
    }
    if (isSiren(number)) {
      return new LegalNumber(Kind.SIREN, number, said, null);
    }
    if (isSiret(number)) {
      return new LegalNumber(Kind.SIRET, number, said, null);
    }
    return wrong(said, hasLostNoughts(number) ? "damaged-number" : "siret");
  }

  /** Whether it would be one with the noughts before it that a spreadsheet takes away. */
  private static boolean hasLostNoughts(String number) {
    int length = number.length();
    return length < 9
        ? length > 5 && isSiren(padded(number, 9))
        : length > 9 && length < 14 && isSiret(padded(number, 14));
  }

  private static String padded(String number, int length) {
    return "0".repeat(length - number.length()) + number;
  }

  private static boolean isSiren(String number) {
    return number.length() == 9 && new Siren.Check().isValid(number, null);
  }

  private static boolean isSiret(String number) {
    return number.length() == 14 && new Siret.Check().isValid(number, null);
  }

  private static LegalNumber wrong(String said, String rule) {
    return new LegalNumber(Kind.WRONG, null, said, rule);
  }

  /** Whether the file has it otherwise. */
  public boolean isCleaned() {
    return value != null && !value.equals(said);
  }

  /** The SIREN that it is or gives; null where it gives none. */
  public String siren() {
    return switch (kind) {
      case SIREN -> value;
      case SIRET -> value.substring(0, 9);
      default -> null;
    };
  }
}
