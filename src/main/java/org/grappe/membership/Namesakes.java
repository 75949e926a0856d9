package org.grappe.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.grappe.table.Titles;

/**
 * Says who a member without a number is. A name alone makes nobody the same: only a member of this
 * very cluster with the same name, and nothing that speaks against it, is the same one. (Without
 * that a file sent twice would double its members.)
 */
final class Namesakes {
  private Namesakes() {}

  /**
   * A member of the cluster whose name has the same letters and digits.
   *
   * @param city null where it isn't known
   * @param isTold whether the file itself names it in other words: with a number, or another city
   */
  record Namesake(UUID id, String name, String city, boolean isTold) {
    /** A row with its columns. */
    static Namesake of(ResultSet row) throws SQLException {
      return new Namesake(
          row.getObject("id", UUID.class),
          row.getString("name"),
          row.getString("city"),
          row.getBoolean("told"));
    }

    Namesake told() {
      return new Namesake(id, name, city, true);
    }
  }

  /**
   * What is decided.
   *
   * @param same the member that it is; null where it is a new one, or doubtful
   * @param isDoubtful whether nobody can say
   */
  record Decision(UUID same, boolean isDoubtful) {
    static final Decision NEW = new Decision(null, false);
    static final Decision DOUBTFUL = new Decision(null, true);
  }

  /**
   * Who of them it is. Those in another city are others. Of the rest one must have the name sign by
   * sign, but for case and the number of spaces; where only the signs or accents differ, two fit
   * equally, the file tells a city that the member lacks, or another line tells more of that name,
   * nobody is guessed.
   */
  static Decision decide(Named named, List<Namesake> namesakes) {
    List<Namesake> possible =
        namesakes.stream().filter(other -> !isElsewhere(named.city(), other.city())).toList();
    List<Namesake> same =
        possible.stream()
            .filter(other -> written(other.name()).equals(written(named.name())))
            .toList();
    List<Namesake> there =
        same.stream().filter(other -> isKnown(named.city()) && isKnown(other.city())).toList();
    List<Namesake> best = there.isEmpty() ? same : there;
    if (best.size() == 1
        && same.stream().noneMatch(Namesake::isTold)
        && (isKnown(best.get(0).city()) || !isKnown(named.city()))) {
      return new Decision(best.get(0).id(), false);
    }
    return possible.isEmpty() ? Decision.NEW : Decision.DOUBTFUL;
  }

  private static boolean isElsewhere(String city, String other) {
    return isKnown(city) && isKnown(other) && !Titles.plain(city).equals(Titles.plain(other));
  }

  private static boolean isKnown(String city) {
    return city != null && !Titles.plain(city).isEmpty();
  }

  private static String written(String name) {
    return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
