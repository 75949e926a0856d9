package org.grappe.scdl;

import java.io.InputStream;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.grappe.problem.Problem;
import org.grappe.table.Columns;
import org.grappe.table.Header;
import org.grappe.table.TableReader;

/** Reads a file line by line; it holds one line at a time. */
final class ScdlReader {
  private static final Columns<ScdlColumn> COLUMNS = new Columns<>(ScdlColumn.class);
  private final TableReader<ScdlColumn> table;
  private final ZoneId zone;

  /**
   * A file.
   *
   * @param zone where the calendar hangs that says on which day an instant was
   * @throws Problem {@code malformed-request} where it is empty or no text
   */
  ScdlReader(InputStream bytes, ZoneId zone) {
    this.table = new TableReader<>(bytes, COLUMNS);
    this.zone = zone;
  }

  /**
   * Hands over the header, then every line that isn't blank.
   *
   * @throws Problem {@code malformed-request} where it has no header
   */
  void read(Consumer<Header<ScdlColumn>> headers, Consumer<ScdlLine> taker) {
    table.read(headers, cells -> taker.accept(new LineReading(cells, zone).read()));
  }
}
