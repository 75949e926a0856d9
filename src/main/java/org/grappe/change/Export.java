package org.grappe.change;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.grappe.caller.Caller;
import org.grappe.copy.Contents;
import org.grappe.database.Snapshot;
import org.grappe.http.Formats;

/**
 * All that the public may read, a line for each record, and behind them how many there are.
 *
 * @param tables the tables of records by their types
 * @param parts those of them of which the public is not told all
 * @param zone whose calendar says on which day a record was written
 * @param known the instant as of which the registry is told; absent where it is told as it is
 */
record Export(
    Map<String, String> tables,
    Set<String> parts,
    Optional<Instant> known,
    ZoneId zone,
    ObjectMapper mapper)
    implements Contents {
  private static final String END = "{\"end\":{\"count\":%d}}\n";

  /** A line. */
  @JsonPropertyOrder({"type", "id", "version", "record"})
  record Line(String type, UUID id, long version, JsonNode record) {}

  @Override
  public String type() {
    return Formats.NDJSON;
  }

  @Override
  public List<Object> key() {
    return List.of("export", known);
  }

  @Override
  public int write(Snapshot snapshot, int most, OutputStream out) throws IOException {
    known.ifPresent(snapshot::lookBack);
    OutputStream lines = new BufferedOutputStream(out, 1 << 14);
    int[] count = {0};
    for (Map.Entry<String, String> table : tables.entrySet()) {
      List<Object> args = new ArrayList<>(CopiedRecordSql.args(Caller.PUBLIC, zone));
      String sql =
          CopiedRecordSql.ofPublic(table.getValue(), !parts.contains(table.getValue()))
              + "\norder by t.id";
      snapshot.each(
          most == Integer.MAX_VALUE ? sql : sql + "\nlimit " + Math.max(0, most - count[0]),
          CopiedRecords.READER,
          args,
          (found, bytes) -> {
            count[0]++;
            line(new Line(table.getKey(), found.id(), found.version(), found.record()), lines);
          });
    }
    lines.write(END.formatted(count[0]).getBytes(StandardCharsets.UTF_8));
    lines.flush();
    return count[0];
  }

  private void line(Line line, OutputStream lines) {
    try {
      lines.write(mapper.writeValueAsBytes(line));
      lines.write('\n');
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }
}
