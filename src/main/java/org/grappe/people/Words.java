package org.grappe.people;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.grappe.value.Letters;

/** The words of a text, each with the place where it stands. */
final class Words {
  private Words() {}

  /**
   * One of them.
   *
   * @param folded without case and accents
   * @param end the place after its last letter
   */
  record Word(String folded, int start, int end) {}

  /**
   * All of them, of a text as it is or with letters in figures. What nobody sees (a soft hyphen)
   * and what stands on a letter (an accent) sets nothing apart.
   */
  static List<Word> of(String text, boolean escaped) {
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
