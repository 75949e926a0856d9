package org.grappe.testing;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A CSV file by RFC 4180 alone, as strict as what the service writes has to be. */
public record Table(List<String> headers, List<Line> lines) {

  /** A row: its line in the file, from 1, and its cells by the header's text. */
  public record Line(long number, Map<String, String> cells) {}

  public static Table read(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
      List<CsvRecord> records = reader.stream().toList();
      List<String> headers = records.get(0).getFields();
      return new Table(
          headers,
          records.stream()
              .skip(1)
              .map(record -> new Line(record.getStartingLineNumber(), cells(headers, record)))
              .toList());
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }

  private static Map<String, String> cells(List<String> headers, CsvRecord record) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(headers.size(), record.getFieldCount()); i++) {
      cells.put(headers.get(i), record.getField(i));
    }
    return cells;
  }
}
