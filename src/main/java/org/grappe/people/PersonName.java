package org.grappe.people;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A person's name as it may stand in a text: in any case, with or without accents, its words set
 * apart by anything that is no letter, the last one first or last.
 */
final class PersonName {
  /** What stands in its place. */
  static final String ERASED = "[…]";

  /** Of so many letters, words that stand together without a space are no other word. */
  private static final int LONG = 6;

  private final List<String> words;

  /** Its words in either order, one after the other. */
  private final Set<String> names;

  private final boolean isLong;

  PersonName(String name) {
    words = Words.of(name, false).stream().map(Words.Word::folded).toList();
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
    return words().stream().map(Spelling::of).toList();
  }

  /** Whether a text is this name and nothing else. */
  boolean is(String text) {
    List<Words.Word> words = Words.of(text, false);
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
    List<Words.Word> words = Words.of(text, escaped);
    StringBuilder rest = new StringBuilder();
    int copied = 0;
    for (int i = 0; i < words.size(); i++) {
      int length = length(i, words);
      if (length > 0) {
        rest.append(text, copied, words.get(i).start()).append(ERASED);
        copied = words.get(i + length - 1).end();
        i += length - 1;
      }
    }
    return copied == 0 ? text : rest.append(text, copied, text.length()).toString();
  }

  /** Of how many words of a text, from this one on, the name is; 0 where it is not there. */
  private int length(int place, List<Words.Word> words) {
    int most = Math.min(words().size(), words.size() - place);
    StringBuilder glued = new StringBuilder();
    for (int length = 1; length <= most; length++) {
      glued.append(words.get(place + length - 1).folded());
      if (names.contains(glued.toString()) && (length == words().size() || isLong)) {
        return length;
      }
    }
    return 0;
  }
}
