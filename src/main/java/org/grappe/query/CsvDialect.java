package org.grappe.query;

import java.util.List;

/**
 * How CSV is written (RFC 4180 where nothing is said).
 *
 * @param separator what stands between two cells
 * @param mark whether the file begins with the sign by which spreadsheets know UTF-8 (U+FEFF)
 */
public record CsvDialect(char separator, boolean mark) {
  public static final CsvDialect USUAL = new CsvDialect(',', false);

  private static final String SEPARATOR = "separator";
  private static final String BOM = "bom";

  /** The parameters that say so. */
  static final List<String> PARAMETERS = List.of(SEPARATOR, BOM);

  /** What a request says of it, whatever it is answered in. */
  static CsvDialect read(QueryParameters parameters) {
    return new CsvDialect(
        parameters.read(SEPARATOR, CsvDialect::separator).orElse(USUAL.separator),
        parameters.read(BOM, ParameterText::bool).orElse(USUAL.mark));
  }

  /** What stands before decimals: a comma where cells are not set apart by one, as in French. */
  public char point() {
    return separator == ';' ? ',' : '.';
  }

  private static char separator(String text) {
    if (!text.equals(",") && !text.equals(";")) {
      throw new IllFormed("parameter.separator");
    }
    return text.charAt(0);
  }
}
