package org.grappe.table;

import java.util.ArrayList;
import java.util.List;
import org.grappe.value.Texts;

/** What stands over the columns of a file, and what is wrong with it. */
final class TitleLine {
  /** No column has a longer one: the rest is not kept, for each line is told with its titles. */
  private static final int LONGEST = 255;

  private final List<String> titles;
  private final int width;
  private final List<LineFault> faults = new ArrayList<>();

  TitleLine(List<String> cells) {
    titles = cells.stream().map(CellText::shown).map(TitleLine::cut).toList();
    int named = titles.size();
    while (named > 0 && titles.get(named - 1).isEmpty()) {
      named--;
    }
    width = named;
  }

  private static String cut(String title) {
    return title.length() <= LONGEST ? title : Texts.first(title, LONGEST) + "…";
  }

  /** Tells what concerns the whole column at a place. */
  void tell(int place, String rule, boolean blocks, String repair) {
    faults.add(new LineFault(null, titles.get(place), null, rule, blocks, repair));
  }

  /** Tells what is wrong with the line itself, as it stands in the file. */
  void tellFile(Row row, boolean isUtf16) {
    if (isUtf16) {
      faults.add(0, LineFault.ofLine(null, "encoding", false, "utf-16"));
    }
    row.lines().stream()
        .filter(line -> !line.isUtf8())
        .map(LineFault::notUtf8)
        .forEach(faults::add);
    for (Row.StrayQuote quote : row.quotes()) {
      String title = at(quote.cell());
      faults.add(new LineFault(quote.line(), title, title, "quote", false, null));
    }
  }

  List<LineFault> faults() {
    return faults;
  }

  /** The title at a place; null for none. */
  String at(int place) {
    return place < titles.size() && !titles.get(place).isEmpty() ? titles.get(place) : null;
  }

  int size() {
    return titles.size();
  }

  /** How many columns have a title, or stand before one that has. */
  int width() {
    return width;
  }
}
