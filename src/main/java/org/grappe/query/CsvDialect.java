package org.grappe.query;

/**
 * How CSV is written (RFC 4180 where nothing is said).
 *
 * @param separator what stands between two cells
 * @param mark whether the file begins with the sign by which spreadsheets know UTF-8 (U+FEFF)
 */
public record CsvDialect(char separator, boolean mark) {
  /** What a request says of it, whatever it is answered in. */
  static CsvDialect read(QueryParameters parameters) {
    return new CsvDialect(
        parameters.read("separator", CsvDialect::separator).orElse(','),
        parameters.read("bom", ParameterText::bool).orElse(false));
  }

  private static char separator(String text) {
    if (!text.equals(",") && !text.equals(";")) {
      throw new IllFormed("parameter.separator");
    }
    return text.charAt(0);
  }
}
