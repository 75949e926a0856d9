package org.grappe.imports;

import java.util.Map;
import org.grappe.problem.Problem;
import org.grappe.query.Switches;

/**
 * How a file is to be taken up.
 *
 * @param dryRun only reports, writes nothing
 * @param partial takes the good lines and leaves out the others
 * @param isLong whether it goes on after the answer, and so has as long as it takes
 * @param parameters what else the kind was told, by name
 */
public record ImportOrder(
    boolean dryRun, boolean partial, boolean isLong, Map<String, String> parameters) {

  /**
   * What the parameters of a request say.
   *
   * @throws Problem {@code invalid-parameter}
   */
  public static ImportOrder of(String dryRun, String partial, Map<String, String> parameters) {
    return new ImportOrder(
        Switches.on("dryRun", dryRun), Switches.on("partial", partial), false, parameters);
  }

  /** The same for a file of which it is known whether it goes on. */
  ImportOrder lasting(boolean goesOn) {
    return new ImportOrder(dryRun, partial, goesOn, parameters);
  }
}
