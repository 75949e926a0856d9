package org.grappe.people;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.grappe.value.Letters;

/**
 * A person's name as it may stand in a text: in any case, with or without accents, its words set
 * apart by anything that is no letter, the last one first or last.
 */
final class PersonName {
  /** What stands in its place. */
  static final String ERASED = "[…]";

  private static final String BEYOND_ASCII = "[^\\x01-\\x7f]";

  /** Two letters for which there is one sign, a letter or what printers join. */
  private static final Set<String> ONE_SIGN =
      Set.of(
          "aa", "ae", "ao", "au", "av", "ay", "db", "dz", "hv", "ll", "ls", "lz", "oe", "oi", "oo",
          "ou", "qp", "ss", "tc", "th", "ht", "ts", "tz", "ue", "ui", "uo", "vy", "ff", "fi", "fl",
          "ft", "st", "ij", "lj", "nj", "ii", "iv", "vi", "ix", "xi");

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

  /**
   * What the database looks for in a text, which the name may then be in: each word as it may be
   * spelled. Any sign beyond ASCII may stand for a letter, or on it, and for two where there is one
   * sign for both.
   */
  List<String> spellings() {
    return words().stream().map(PersonName::spelling).toList();
  }

  private static String spelling(String word) {
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      boolean isOne = i > 0 && ONE_SIGN.contains(word.substring(i - 1, i + 1));
      String letter = word.charAt(i) < 0x80 ? word.charAt(i) + "|" : "";
      pattern.append("(?:(?:%1$s%2$s)%2$s*)%3$s".formatted(letter, BEYOND_ASCII, isOne ? "?" : ""));
    }
    return pattern.toString();
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
