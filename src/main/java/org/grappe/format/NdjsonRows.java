package org.grappe.format;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.grappe.copy.Contents;
import org.grappe.database.Snapshot;
import org.grappe.http.Formats;
import org.grappe.query.Fields;
import org.grappe.query.ListExport;

/** A whole collection as one JSON object a line. */
record NdjsonRows(ListExport<?> rows, ObjectMapper mapper) implements Contents {
  @Override
  public String type() {
    return Formats.NDJSON;
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
    OutputStream lines = new BufferedOutputStream(out, 1 << 14);
    int count = rows.each(snapshot, most, row -> line(row, lines));
    lines.flush();
    return count;
  }

  private ObjectNode kept(Object row, Fields fields) {
    ObjectNode item = mapper.valueToTree(row);
    fields.of(item);
    return item;
  }

  private void line(Object row, OutputStream lines) {
    try {
      lines.write(
          rows.fields().isPresent()
              ? mapper.writeValueAsBytes(kept(row, rows.fields().get()))
              : mapper.writeValueAsBytes(row));
      lines.write('\n');
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }
}
