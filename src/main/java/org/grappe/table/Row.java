package org.grappe.table;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A record of a file.
 *
 * @param lines the physical lines that it takes
 * @param cells what stands in it, without the quotes around
 * @param quotes the quotes that are not as they should be
 * @param isLonger whether it has more cells than the header and the records before it
 */
record Row(
    List<PhysicalLine> lines, List<String> cells, List<StrayQuote> quotes, boolean isLonger) {

  /**
   * A quote that is out of place.
   *
   * @param line where it stands
   * @param cell the cell that it is in, from 0
   * @param blocking whether it makes doubtful where that cell ends
   */
  record StrayQuote(long line, int cell, boolean blocking) {}

  long number() {
    return lines.get(0).number();
  }

  /** The record as it stands in the file, without its last line end. */
  String raw() {
    if (lines.size() == 1) {
      return lines.get(0).text();
    }
    int last = lines.size() - 1;
    return lines.subList(0, last).stream()
            .map(line -> line.text() + line.end())
            .collect(Collectors.joining())
        + lines.get(last).text();
  }

  /** What stands at a place, as it is; empty where the record ends before. */
  String cell(int place) {
    return place < cells.size() ? cells.get(place) : "";
  }

  /** What people see there. */
  String shown(int place) {
    return CellText.shown(cell(place));
  }

  /** Whether nothing is in it at all. */
  boolean isBlank() {
    return cells.stream().map(CellText::shown).allMatch(String::isEmpty);
  }
}
