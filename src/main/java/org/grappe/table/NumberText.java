package org.grappe.table;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grappe.value.LegalIds;
import org.grappe.value.Siren;
import org.grappe.value.Siret;

/** What people and spreadsheets write where the number of a legal body should stand. */
record NumberText(String text) {
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

  boolean isDigits() {
    return DIGITS.matcher(text).matches();
  }

  boolean isPower() {
    return POWER.matcher(text).matches();
  }

  /** Whether it says that there is none. */
  boolean saysNone() {
    return isDigits() ? text.chars().allMatch(c -> c == '0') : NONE.contains(Titles.plain(text));
  }

  /** Without what stands around and between its digits. */
  NumberText cleaned() {
    Matcher formula = FORMULA.matcher(text);
    String bare = formula.matches() ? formula.group(1) : text;
    String spaceless = bare.replaceAll("[\\s\\p{Zs}]", "");
    Matcher decimals = DECIMALS.matcher(spaceless);
    return new NumberText(
        decimals.matches()
            ? decimals.group(1)
            : BETWEEN.matcher(bare).replaceAll("").toUpperCase(Locale.ROOT));
  }

  boolean isSiren() {
    return text.length() == 9 && new Siren.Check().isValid(text, null);
  }

  boolean isSiret() {
    return text.length() == 14 && new Siret.Check().isValid(text, null);
  }

  boolean isRna() {
    return text.matches(LegalIds.RNA) && !MISREAD.matcher(text).matches();
  }

  /** Whether it would be one with the noughts before it that a spreadsheet takes away. */
  boolean hasLostNoughts() {
    int length = text.length();
    return length < 9
        ? length > 5 && padded(9).isSiren()
        : length > 9 && length < 14 && padded(14).isSiret();
  }

  private NumberText padded(int length) {
    return new NumberText("0".repeat(length - text.length()) + text);
  }
}
