package org.grappe.value;

import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A region that a record refers to, as it is answered.
 *
 * @param code its code at INSEE
 * @param name what it is called
 */
@Schema(name = "RegionReference", description = "A region referred to: its INSEE code and name.")
public record RegionRef(
    @Schema(examples = "76") String code, @Schema(examples = "Occitanie") String name) {
  private static final Pattern CODE = Pattern.compile("[0-9A-Za-z]{1,3}");

  /** Whether a text is written as a code, known or not. */
  public static boolean isCode(String text) {
    return CODE.matcher(text).matches();
  }
}
