package org.grappe.table;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What people write over a column, told in one way. */
public final class Titles {
  private static final Pattern BRACKETS = Pattern.compile("\\([^)]*\\)|\\[[^\\]]*\\]|\\{[^}]*\\}");
  private static final Pattern CAMEL = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Set<String> LITTLE =
      Set.of(
          "de", "du", "des", "d", "la", "le", "les", "l", "a", "au", "aux", "en", "et", "ou", "un",
          "une", "s", "x", "of", "the", "votre", "vos");
  private static final Set<String> NUMBER =
      Set.of("n", "no", "nr", "num", "nbr", "numero", "number", "code");
  private static final Set<String> IDENTIFIER = Set.of("id", "identifiant", "identification");

  private Titles() {}

  /** Those that a text has, apart by commas. */
  public static List<String> listed(String text) {
    return List.of(text.split(",\\s+"));
  }

  /** A text without case, accents, punctuation and spaces. */
  public static String plain(String text) {
    return BETWEEN.matcher(bare(text)).replaceAll("").toLowerCase(Locale.ROOT);
  }

  /** Marks go before, too: to put a long row of them in order takes the square of its length. */
  private static String bare(String text) {
    String unmarked = MARKS.matcher(text).replaceAll("");
    return MARKS.matcher(Normalizer.normalize(unmarked, Normalizer.Form.NFKD)).replaceAll("");
  }

  /** What stands over a column without the unit or the explanation in brackets. */
  static String unbracketed(String title) {
    return BRACKETS.matcher(title).replaceAll(" ");
  }

  /** The words that tell one column from another: {@code N° de SIRET} is {@code numero siret}. */
  public static List<String> words(String title) {
    List<String> words = new ArrayList<>();
    String spread = CAMEL.matcher(bare(title)).replaceAll(" ").replace("œ", "oe");
    for (String word : BETWEEN.split(spread.toLowerCase(Locale.ROOT), -1)) {
      if (NUMBER.contains(word)) {
        words.add("numero");
      } else if (IDENTIFIER.contains(word)) {
        words.add("identifiant");
      } else if (!word.isEmpty() && !LITTLE.contains(word)) {
        words.add(singular(word));
      }
    }
    return words;
  }

  private static String singular(String word) {
    boolean isPlural = word.length() > 3 && (word.endsWith("s") || word.endsWith("x"));
    return isPlural ? word.substring(0, word.length() - 1) : word;
  }

  /** How many letters have to be added, taken away, changed or turned to make one of the other. */
  static int distance(String one, String other) {
    int[][] cost = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, one, other, i, j);
      }
    }
    return cost[one.length()][other.length()];
  }

  private static int step(int[][] cost, String one, String other, int i, int j) {
    boolean same = one.charAt(i - 1) == other.charAt(j - 1);
    int least = Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1);
    least = Math.min(least, cost[i - 1][j - 1] + (same ? 0 : 1));
    boolean turned =
        i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1);
    return turned ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }
}
