package org.grappe.query;

import java.util.List;

/** Says that the text of a query parameter is not written as it must be. */
public final class IllFormed extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String sentence;
  private final transient List<Object> args;

  /**
   * Says it in a sentence.
   *
   * @param sentence the key of the sentence
   * @param args what fills its slots
   */
  public IllFormed(String sentence, Object... args) {
    super(sentence, null, false, false);
    this.sentence = sentence;
    this.args = List.of(args);
  }

  String sentence() {
    return sentence;
  }

  Object[] args() {
    return args.toArray();
  }
}
