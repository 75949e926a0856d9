package org.grappe.imports;

import java.util.function.UnaryOperator;
import org.grappe.caller.Caller;
import org.grappe.http.Formats;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/** Files of one kind as they are received; each of these beans is one. */
public interface UploadKind {
  /** The path to which its files are sent. */
  String path();

  /** Their media type, without parameters. */
  default String type() {
    return Formats.CSV;
  }

  /** How long one may be. */
  default long mostBytes() {
    return ImportFile.MOST_BYTES;
  }

  /**
   * Makes sure that one of so many bytes may be.
   *
   * @throws Problem {@code payload-too-large}
   */
  default void requireSize(long bytes) {
    if (bytes > mostBytes()) {
      throw Problems.of(ProblemType.PAYLOAD_TOO_LARGE, "payload-too-large", mostBytes());
    }
  }

  /** One that is longer goes on after the answer. */
  default long mostAtOnce() {
    return ImportFile.LONGEST_AT_ONCE;
  }

  /**
   * Says no to a caller before the file is taken. What only the file tells is asked later.
   *
   * @param parameters a parameter of the query by its name; null where it is left out
   * @throws Problem {@code forbidden}
   */
  default void admit(Caller caller, UnaryOperator<String> parameters) {}
}
