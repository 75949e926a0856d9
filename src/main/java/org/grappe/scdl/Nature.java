package org.grappe.scdl;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.grappe.table.Titles;

/** In what a grant is made. */
final class Nature {
  static final String MONEY = "aide en numéraire";
  static final String KIND = "aide en nature";

  private Nature() {}

  /** The value of the schema that a text means; null where it means none. */
  static String of(String text) {
    if (text.equals(MONEY) || text.equals(KIND)) {
      return text;
    }
    Set<String> found = new LinkedHashSet<>();
    for (String part : Arrays.asList(text.split("[;,/+|]| et "))) {
      String meant = one(Titles.plain(part));
      if (meant == null || !found.add(meant)) {
        return null;
      }
    }
    return String.join(";", found);
  }

  private static String one(String plain) {
    return switch (plain) {
      case "aideennumeraire", "ennumeraire", "numeraire" -> MONEY;
      case "aideennature", "ennature" -> KIND;
      default -> null;
    };
  }
}
