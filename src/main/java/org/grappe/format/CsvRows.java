package org.grappe.format;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.grappe.copy.Contents;
import org.grappe.database.Snapshot;
import org.grappe.http.Formats;
import org.grappe.query.ListExport;

/**
 * A whole collection as RFC 4180, a line a record, a column a member.
 *
 * @param mapper one that keeps decimals as they are
 */
record CsvRows(ListExport<?> rows, ObjectMapper mapper) implements Contents {
  /** By which spreadsheets know that what follows is UTF-8. */
  private static final char MARK = '\uFEFF';

  @Override
  public String type() {
    return Formats.CSV;
  }

  @Override
  public List<Object> key() {
    return rows.key();
  }

  @Override
  public Optional<Instant> known() {
    return rows.known();
  }

  @Override
  public int write(Snapshot snapshot, int most, OutputStream out) throws IOException {
    CsvColumns columns = new CsvColumns(rows.type(), rows.fields(), rows.dialect());
    var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    if (rows.dialect().mark()) {
      writer.write(MARK);
    }
    CsvWriter csv =
        CsvWriter.builder()
            .fieldSeparator(rows.dialect().separator())
            .lineDelimiter(LineDelimiter.CRLF)
            .build(writer);
    csv.writeRecord(columns.header());
    int count =
        rows.each(snapshot, most, row -> csv.writeRecord(columns.cells(mapper.valueToTree(row))));
    csv.flush();
    writer.flush();
    return count;
  }
}
