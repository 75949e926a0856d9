package org.grappe.table;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is wrong, or was mended, in one cell of a file.
 *
 * @param line in the file, from 1; absent for what concerns a whole column
 * @param column as the file calls it
 * @param value as found
 * @param rule what it breaks
 * @param blocking whether the line is left out for it
 * @param repair what it was taken for, where it was mended
 * @param bound the day of a cluster, or of another record, that it passes
 * @param other the record that stands against it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "LineFault", description = "What is wrong, or was mended, in one cell of a file.")
public record LineFault(
    @Schema(description = "The line in the file, from 1.", examples = "2") Long line,
    @Schema(description = "The column as the file calls it.", examples = "siren") String column,
    @Schema(description = "The value as found.", examples = "123456789") String value,
    @Schema(description = "What it breaks.", examples = "siren") String rule,
    @Schema(description = "Whether the line is left out for it.", examples = "true")
        boolean blocking,
    @Schema(description = "What it was taken for.", examples = "2015-06-05") String repair,
    @Schema(description = "The day that it passes.", examples = "2015-06-05") String bound,
    @Schema(description = "The record that stands against it.") Other other) {

  /** A record of the registry. */
  @Schema(name = "OtherRecord", description = "A record that stands against another.")
  public record Other(UUID id) {}

  public LineFault(
      Long line, String column, String value, String rule, boolean blocking, String repair) {
    this(line, column, value, rule, blocking, repair, null, null);
  }

  /** The same, with what stands against it, as far as that is known. */
  public LineFault against(String day, UUID record) {
    return new LineFault(
        line,
        column,
        value,
        rule,
        blocking,
        repair,
        day,
        record == null ? null : new Other(record));
  }

  /** What concerns no single cell. */
  static LineFault ofLine(Long line, String rule, boolean blocking, String repair) {
    return new LineFault(line, null, null, rule, blocking, repair);
  }

  /** That one line is not in the encoding of the others. */
  static LineFault notUtf8(PhysicalLine line) {
    return ofLine(line.number(), "encoding", false, "windows-1252");
  }
}
