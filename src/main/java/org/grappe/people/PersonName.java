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

  /** What the database looks for in a text, which the name may then be in. */
  List<String> patterns() {
    return words().stream().map("%%%s%%"::formatted).toList();
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

  /**
   * What nobody sees (a soft hyphen) and what stands on a letter (an accent) sets nothing apart.
   */
  private static List<Word> words(String text) {
    List<Word> words = new ArrayList<>();
    StringBuilder folded = new StringBuilder();
    int start = 0;
    int end = 0;
    for (int i = 0; i < text.length(); ) {
      int letter = text.codePointAt(i);
      int next = i + Character.charCount(letter);
      if (Character.isLetterOrDigit(letter)) {
        start = folded.isEmpty() ? i : start;
        end = next;
        folded.append(fold(letter));
      } else if (isUnseen(letter)) {
        end = folded.isEmpty() ? end : next;
      } else if (!folded.isEmpty()) {
        words.add(new Word(folded.toString(), start, end));
        folded.setLength(0);
      }
      i = next;
    }
    if (!folded.isEmpty()) {
      words.add(new Word(folded.toString(), start, end));
    }
    return words;
  }

  private static boolean isUnseen(int letter) {
    return switch (Character.getType(letter)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.FORMAT ->
          true;
      default -> false;
    };
  }

  private static String fold(int letter) {
    return Letters.unstroked(
        Normalizer.normalize(
                Character.toString(letter).toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT));
  }
}
