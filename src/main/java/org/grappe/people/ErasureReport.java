package org.grappe.people;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an erasure took away.
 *
 * @param history entries of histories, which stay without the name
 * @param answers answers kept for a retry
 */
@Schema(name = "ErasureReport", description = "From how much a name was taken.")
record ErasureReport(
    @Schema(description = "Whether nothing was written.", examples = "false") boolean dryRun,
    @Schema(description = "Mandates, whose office and days stay.", examples = "2") int mandates,
    @Schema(description = "Statements of records.", examples = "3") int statements,
    @Schema(description = "Authors of sources.", examples = "0") int authors,
    @Schema(description = "Remarks, descriptions, titles and other texts.", examples = "1")
        int texts,
    @Schema(description = "Entries of histories.", examples = "7") int history,
    @Schema(description = "Answers kept for a retry.", examples = "1") int answers) {

  static final ErasureReport NOTHING = new ErasureReport(false, 0, 0, 0, 0, 0, 0);

  /** One record. */
  static ErasureReport of(Scrubbed record) {
    var counts = record.counts();
    return new ErasureReport(
        false,
        counts.getOrDefault(Scrubbed.Place.MANDATES, 0),
        counts.getOrDefault(Scrubbed.Place.STATEMENTS, 0),
        counts.getOrDefault(Scrubbed.Place.AUTHORS, 0),
        counts.getOrDefault(Scrubbed.Place.TEXTS, 0),
        0,
        0);
  }

  /** So many rows beside records. */
  static ErasureReport ofOthers(int history, int answers) {
    return new ErasureReport(false, 0, 0, 0, 0, history, answers);
  }

  ErasureReport plus(ErasureReport other) {
    return new ErasureReport(
        dryRun,
        mandates + other.mandates,
        statements + other.statements,
        authors + other.authors,
        texts + other.texts,
        history + other.history,
        answers + other.answers);
  }
}
