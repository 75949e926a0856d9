package org.grappe.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The values of a claim that may have several. */
final class ClaimValues {
  private ClaimValues() {}

  /**
   * Each item of a list, as it is and whole: a value may have blanks in it, and is not several for
   * that. A text alone is as many as spaces or commas set apart, as {@code scope} is.
   */
  static List<String> of(JsonNode claim) {
    if (claim.isArray()) {
      return StreamSupport.stream(claim.spliterator(), false)
          .filter(JsonNode::isTextual)
          .map(JsonNode::textValue)
          .toList();
    }
    return claim.isTextual()
        ? Stream.of(claim.textValue().split("[ \\t\\r\\n,]+"))
            .filter(one -> !one.isEmpty())
            .toList()
        : List.of();
  }

  /** Whether a text can be seen, and be kept: no NUL, no half of a pair of surrogates. */
  static boolean isName(String text) {
    return !isBlank(text)
        && text.codePoints().noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
  }

  /** Whether there is nothing in a text that can be seen. */
  static boolean isBlank(String text) {
    return text.codePoints()
        .allMatch(
            c ->
                Character.isWhitespace(c)
                    || Character.isSpaceChar(c)
                    || Character.isISOControl(c)
                    || Character.getType(c) == Character.FORMAT);
  }

  /** Whether a value is this word of capital letters, in any case of the 26 letters of ASCII. */
  static boolean isWord(String value, String word) {
    return value.length() == word.length()
        && value
            .chars()
            .map(c -> c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c)
            .boxed()
            .toList()
            .equals(word.chars().boxed().toList());
  }
}
