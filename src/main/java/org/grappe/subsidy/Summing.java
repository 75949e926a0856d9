package org.grappe.subsidy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.grappe.query.Filter;
import org.grappe.query.Fragment;
import org.grappe.query.IllFormed;

/** What can be asked of the sums beside the filters of the lines. */
final class Summing {
  static final String BY = "by";
  static final String PER = "per";
  static final String COMPARE = "compare";
  private static final List<String> GROUPS =
      List.of("beneficiary", "funder", "origin", "region", "fiscalYear", "year", "status");
  private static final List<String> DIVISORS = List.of("member", "company");
  private static final String REGION = "region:[0-9A-Za-z]{1,3}";
  private static final Pattern TERRITORIES = Pattern.compile(REGION + "(?:," + REGION + ")++");

  private Summing() {}

  static Filter by() {
    return new Filter(
        BY,
        "What the sums are grouped by; all lines are one group if left out.",
        Filter.Kind.CHOICES,
        GROUPS,
        text -> Arrays.stream(text.split(",", -1)).map(word -> chosen(word, GROUPS)).toList(),
        null);
  }

  static Filter per() {
    return new Filter(
        PER,
        "What the sums are divided by: the beneficiaries' members, or the territory's companies.",
        Filter.Kind.CHOICE,
        DIVISORS,
        text -> chosen(text, DIVISORS),
        null);
  }

  static Filter compare() {
    Fragment condition = new Fragment(LineSql.REGION + " = any(:v)");
    return new Filter(
        COMPARE,
        "Territories put side by side, each as `region:` and its code.",
        Filter.Kind.TEXTS,
        List.of(),
        Summing::territories,
        (value, wide) -> condition);
  }

  private static List<String> territories(String text) {
    List<String> codes = Arrays.stream(text.replace("region:", "").split(",", -1)).toList();
    if (!TERRITORIES.matcher(text).matches() || codes.stream().distinct().count() < codes.size()) {
      throw new IllFormed("parameter.compare");
    }
    return codes;
  }

  private static String chosen(String word, List<String> known) {
    return known.stream()
        .filter(one -> plain(one).equals(plain(word)))
        .findFirst()
        .orElseThrow(() -> new IllFormed("parameter.choice", String.join(", ", known)));
  }

  private static String plain(String word) {
    return word.strip().replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
  }
}
