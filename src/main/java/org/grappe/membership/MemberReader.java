package org.grappe.membership;

import java.io.InputStream;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.grappe.problem.Problem;
import org.grappe.table.Columns;
import org.grappe.table.Header;
import org.grappe.table.TableReader;

/** Reads a file of members line by line; it holds one line at a time and asks no database. */
final class MemberReader {
  private static final Columns<MemberColumn> COLUMNS = new Columns<>(MemberColumn.class);
  private final TableReader<MemberColumn> table;
  private final ZoneId zone;

  /**
   * A file.
   *
   * @param zone where the calendar hangs that says on which day an instant was
   * @throws Problem {@code malformed-request} where it is empty or no text
   */
  MemberReader(InputStream bytes, ZoneId zone) {
    this.table = new TableReader<>(bytes, COLUMNS);
    this.zone = zone;
  }

  /**
   * Hands over the header, then every line that isn't blank.
   *
   * @throws Problem {@code malformed-request} where it has no header
   */
  void read(Consumer<Header<MemberColumn>> headers, Consumer<MemberLine> taker) {
    table.read(headers, cells -> taker.accept(new MemberReading(cells, zone).read()));
  }
}
