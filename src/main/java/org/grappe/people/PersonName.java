package org.grappe.people;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.grappe.shared.Letters;

/**
 * A person's name as it may stand in a text: in any case, with or without accents, its words set
 * apart by anything that is no letter, the last one first or last.
 */
final class PersonName {
  /** What stands in its place. */
  static final String ERASED = "[…]";

  private final List<List<String>> orders;

  private record Word(String folded, int start, int end) {}

  PersonName(String name) {
    List<String> words = words(name).stream().map(Word::folded).toList();
    List<String> turned =
        Stream.concat(
                words.stream().skip(Math.max(0, words.size() - 1)),
                words.stream().limit(Math.max(0, words.size() - 1)))
            .toList();
    orders = Stream.of(words, turned).distinct().toList();
  }

  /** Its words, without case and accents. */
  List<String> words() {
    return orders.get(0);
  }

  /** Whether a text is this name and nothing else. */
  boolean is(String text) {
    return orders.contains(words(text).stream().map(Word::folded).toList());
  }

  /** The text without the name; the very same where it is not in it. */
  String takenOutOf(String text) {
    List<Word> words = words(text);
    StringBuilder rest = new StringBuilder();
    int copied = 0;
    for (int i = 0; i + size() <= words.size(); i++) {
      if (standsAt(i, words)) {
        rest.append(text, copied, words.get(i).start).append(ERASED);
        copied = words.get(i + size() - 1).end;
        i += size() - 1;
      }
    }
    return copied == 0 ? text : rest.append(text, copied, text.length()).toString();
  }

  private int size() {
    return words().size();
  }

  private boolean standsAt(int place, List<Word> words) {
    return size() > 0
        && orders.contains(
            words.subList(place, place + size()).stream().map(Word::folded).toList());
  }

  private static List<Word> words(String text) {
    List<Word> words = new ArrayList<>();
    StringBuilder folded = new StringBuilder();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      int type = i < text.length() ? Character.getType(text.charAt(i)) : Character.CONTROL;
      if (type == Character.NON_SPACING_MARK) {
        continue;
      }
      if (i < text.length() && Character.isLetterOrDigit(text.charAt(i))) {
        start = folded.isEmpty() ? i : start;
        folded.append(fold(text.charAt(i)));
      } else if (!folded.isEmpty()) {
        words.add(new Word(folded.toString(), start, i));
        folded.setLength(0);
      }
    }
    return words;
  }

  private static String fold(char letter) {
    return Letters.unstroked(
        Normalizer.normalize(String.valueOf(letter).toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT));
  }
}
