package org.grappe.scdl;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grappe.shared.table.LineFault;

/** Which column of a file is which, and what is wrong with its header. */
final class ScdlHeader {
  private final List<String> names;
  private final Map<ScdlColumn, Integer> places = new EnumMap<>(ScdlColumn.class);
  private final List<LineFault> faults = new ArrayList<>();

  ScdlHeader(List<String> cells) {
    names = cells.stream().map(String::strip).toList();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      Optional<ScdlColumn> column = ScdlColumn.of(name);
      if (column.isPresent() && places.putIfAbsent(column.get(), i) != null) {
        faults.add(new LineFault(null, name, null, "repeated-column", false, null));
      } else if (column.isEmpty() && !name.isEmpty()) {
        faults.add(new LineFault(null, name, null, "unknown-column", false, null));
      }
    }
  }

  /** Faults of whole columns, told once. */
  List<LineFault> faults() {
    return faults;
  }

  int width() {
    return names.size();
  }

  /** Where a column stands; -1 where the file lacks it. */
  int place(ScdlColumn column) {
    return places.getOrDefault(column, -1);
  }

  /** What the file calls it. */
  String name(ScdlColumn column) {
    int place = place(column);
    return place < 0 ? column.title() : names.get(place);
  }
}
