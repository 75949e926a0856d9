package org.grappe.table;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What stands in the columns of one line, without what nobody sees. */
final class ColumnTexts<C extends Enum<C> & TableColumn> {
  private final Header<C> header;
  private final Row row;
  private final Map<C, String> texts;
  private final Map<C, String> titles;

  ColumnTexts(Header<C> header, Row row, Class<C> type) {
    this.header = header;
    this.row = row;
    this.texts = new EnumMap<>(type);
    this.titles = new EnumMap<>(type);
  }

  /** Reads a column from the first of its places that says anything. */
  void read(C column, List<LineFault> faults) {
    List<Integer> places = header.places(column);
    for (int i = 0; i < places.size(); i++) {
      int place = places.get(i);
      String cell = row.cell(place);
      String text = cell.isEmpty() ? "" : clean(header.titles().at(place), cell, faults);
      if (!text.isEmpty()) {
        texts.put(column, text);
        titles.put(column, header.titles().at(place));
        if (i > 0) {
          faults.add(fault(title(column), text, "repeated-column", text));
        }
        return;
      }
    }
  }

  private String clean(String title, String cell, List<LineFault> faults) {
    String seen = CellText.visible(cell);
    String text = CellText.trimmed(seen);
    if (!seen.equals(cell) || CellText.hasHiddenSpaces(cell)) {
      faults.add(fault(title, cell, "invisible-characters", text));
    }
    if (Mojibake.isIn(cell)) {
      faults.add(fault(title, text, "damaged-text", null));
    }
    return text;
  }

  private LineFault fault(String title, String value, String rule, String repair) {
    return new LineFault(row.number(), title, value, rule, false, repair);
  }

  /** The text of a column; null where it is empty. */
  String text(C column) {
    return texts.get(column);
  }

  /** What the file calls the column from which the text of this one comes. */
  String title(C column) {
    return titles.getOrDefault(column, header.name(column));
  }

  /** Whether a number goes on, after its comma, in the column after it, which holds texts. */
  boolean isCutAfter(C column, Set<C> texts) {
    List<Integer> places = header.places(column);
    return !places.isEmpty()
        && texts.stream().anyMatch(text -> header.places(text).contains(places.get(0) + 1))
        && row.cell(places.get(0)).matches("\\s*-?\\d+\\s*")
        && row.cell(places.get(0) + 1).matches("\\s*\\d{1,2}\\s*(€|EUR)?\\s*");
  }
}
