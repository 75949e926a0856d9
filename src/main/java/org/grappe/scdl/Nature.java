package org.grappe.scdl;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.grappe.table.Cells;
import org.grappe.table.Titles;

/** In what a grant is made. */
final class Nature {
  static final String MONEY = "aide en numéraire";
  static final String KIND = "aide en nature";

  private Nature() {}

  /** What a line says; as it stands there where the schema has no such value. */
  static String of(Cells<ScdlColumn> cells) {
    String text = cells.text(ScdlColumn.NATURE);
    if (text == null) {
      cells.tell(ScdlColumn.NATURE, "required");
      return null;
    }
    String meant = Nature.of(text);
    if (meant == null) {
      cells.tell(ScdlColumn.NATURE, "nature");
      return text;
    }
    if (!meant.equals(text)) {
      cells.mend(ScdlColumn.NATURE, "nature", meant);
    }
    return meant;
  }

  /** The value of the schema that a text means; null where it means none. */
  private static String of(String text) {
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
