package org.grappe.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The columns that a kind of file may have, found by what stands over them. */
public final class Columns<C extends Enum<C> & TableColumn> {
  private final Class<C> type;
  private final Map<String, Known<C>> known = new HashMap<>();
  private final List<Spelling<C>> spellings;

  /** The constants of an enumeration. */
  public Columns(Class<C> type) {
    this.type = type;
    for (C column : type.getEnumConstants()) {
      List<String> titles = new ArrayList<>(List.of(column.title()));
      titles.addAll(column.names().titles());
      for (int i = 0; i < titles.size(); i++) {
        Known<C> found = new Known<>(column, i);
        known.putIfAbsent(Titles.plain(titles.get(i)), found);
        known.putIfAbsent(key(titles.get(i)), found);
      }
    }
    spellings = Spelling.ofAll(type);
  }

  /**
   * A column that a title means.
   *
   * @param rank 0 for the most exact title
   */
  record Known<C>(C column, int rank) {}

  Class<C> type() {
    return type;
  }

  private static String key(String title) {
    return String.join("", Titles.words(title));
  }

  /** The column that a title means; units and explanations in brackets don't count. */
  Optional<Known<C>> of(String title) {
    String sound = Mojibake.undoubled(title);
    String bare = Titles.unbracketed(sound);
    return List.of(Titles.plain(sound), key(sound), Titles.plain(bare), key(bare)).stream()
        .filter(key -> !key.isEmpty())
        .map(known::get)
        .filter(found -> found != null)
        .findFirst();
  }

  /** The column that an unknown title may mean. */
  Optional<C> resembling(String title) {
    String sound = Mojibake.undoubled(title);
    List<String> words = Titles.words(sound);
    for (C column : type.getEnumConstants()) {
      for (String alarm : column.names().alarms()) {
        if (column.otherMatters().stream().noneMatch(words::contains)
            && List.of(alarm.split(" ", -1)).stream().allMatch(part -> hasWord(words, part))) {
          return Optional.of(column);
        }
      }
    }
    return Spelling.meant(sound, spellings);
  }

  private static boolean hasWord(List<String> words, String part) {
    return words.stream()
        .anyMatch(
            word -> word.equals(part) || (part.length() > 4 && Titles.distance(word, part) == 1));
  }
}
