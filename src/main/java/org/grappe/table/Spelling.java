package org.grappe.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a title is spelt, and which column it is of. Words are compared one by one, and the shorter
 * one is, the nearer it must be: {@code N° TVA} is no {@code N° RNA}.
 */
record Spelling<C extends Enum<C> & TableColumn>(C column, List<String> words, String plain) {
  private static final int SHORTEST = 6;
  private static final int LONGEST = 60;

  /** All those of columns without which something false would be made of a line. */
  static <C extends Enum<C> & TableColumn> List<Spelling<C>> ofAll(Class<C> type) {
    List<Spelling<C>> all = new ArrayList<>();
    for (C column : type.getEnumConstants()) {
      if (!column.names().alarms().isEmpty()) {
        Stream.concat(Stream.of(column.title()), column.names().titles().stream())
            .map(title -> new Spelling<>(column, Titles.words(title), Titles.plain(title)))
            .filter(Spelling::isLongEnough)
            .forEach(all::add);
      }
    }
    return all;
  }

  /** The column that a title means which is misspelt. */
  static <C extends Enum<C> & TableColumn> Optional<C> meant(String title, List<Spelling<C>> all) {
    Spelling<C> found = new Spelling<>(null, Titles.words(title), Titles.plain(title));
    return found.isLongEnough()
        ? all.stream().filter(found::isNear).map(Spelling::column).findFirst()
        : Optional.empty();
  }

  private boolean isLongEnough() {
    int length = together().length();
    return SHORTEST <= length && length <= LONGEST;
  }

  private boolean isNear(Spelling<C> meant) {
    if (words.size() != meant.words.size()) {
      return isNear(plain, meant.plain, 1) || isNear(together(), meant.together(), 1);
    }
    for (int i = 0; i < words.size(); i++) {
      String word = meant.words.get(i);
      if (!isNear(words.get(i), word, Math.min(2, word.length() / 5))) {
        return false;
      }
    }
    return true;
  }

  private String together() {
    return String.join("", words);
  }

  private static boolean isNear(String one, String other, int faults) {
    return Math.abs(one.length() - other.length()) <= faults
        && Titles.distance(one, other) <= faults;
  }
}
