package org.grappe.people;

import static java.util.stream.Collectors.joining;

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

  /** Of so many letters, words that stand together without a space are no other word. */
  private static final int LONG = 6;

  private final List<String> words;

  /** Its words in either order, one after the other. */
  private final Set<String> names;

  private final boolean isLong;

  private record Word(String folded, int start, int end) {}

  PersonName(String name) {
    words = words(name, false).stream().map(Word::folded).toList();
    int last = Math.max(0, words.size() - 1);
    String turned =
        Stream.concat(words.stream().skip(last), words.stream().limit(last)).collect(joining());
    names = Set.copyOf(List.of(String.join("", words), turned));
    isLong = turned.length() >= LONG;
  }

  /** Whether it can be told from other words: one of its own has two letters. */
  boolean isName() {
    return words.stream()
        .anyMatch(word -> word.codePoints().filter(Character::isLetter).count() > 1);
  }

  /** Its words, without case and accents. */
  List<String> words() {
    return words;
  }

  /**
   * What the database looks for in a text, which the name may then be in: each word as it may be
   * spelled. Any sign beyond ASCII may stand for a letter, or on it, and for two where there is one
   * sign for both.
   */
  List<String> spellings() {
    return words().stream().map(word -> spelling(word) + "|" + Escapes.ANY).toList();
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
    List<Word> words = words(text, false);
    return !words.isEmpty() && length(0, words) == words.size();
  }

  /**
   * The text without the name, written as it is or with letters in figures (of an address, of
   * HTML); the very same where it is not in it.
   */
  String takenOutOf(String text) {
    String rest = takenOutOf(text, false);
    return Escapes.mayBeIn(rest) ? takenOutOf(rest, true) : rest;
  }

  private String takenOutOf(String text, boolean escaped) {
    List<Word> words = words(text, escaped);
    StringBuilder rest = new StringBuilder();
    int copied = 0;
    for (int i = 0; i < words.size(); i++) {
      int length = length(i, words);
      if (length > 0) {
        rest.append(text, copied, words.get(i).start).append(ERASED);
        copied = words.get(i + length - 1).end;
        i += length - 1;
      }
    }
    return copied == 0 ? text : rest.append(text, copied, text.length()).toString();
  }

  /** Of how many words of a text, from this one on, the name is; 0 where it is not there. */
  private int length(int place, List<Word> words) {
    int most = Math.min(words().size(), words.size() - place);
    StringBuilder glued = new StringBuilder();
    for (int length = 1; length <= most; length++) {
      glued.append(words.get(place + length - 1).folded);
      if (names.contains(glued.toString()) && (length == words().size() || isLong)) {
        return length;
      }
    }
    return 0;
  }

  /**
   * What nobody sees (a soft hyphen) and what stands on a letter (an accent) sets nothing apart.
   */
  private static List<Word> words(String text, boolean escaped) {
    List<Word> words = new ArrayList<>();
    StringBuilder folded = new StringBuilder();
    int start = 0;
    int end = 0;
    for (int i = 0; i < text.length(); ) {
      Escapes.Sign sign = escaped ? Escapes.at(text, i) : Escapes.plain(text, i);
      int letter = sign.letter();
      int next = i + sign.length();
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
