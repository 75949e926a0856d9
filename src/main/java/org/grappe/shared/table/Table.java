package org.grappe.shared.table;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.grappe.shared.problem.Problem;
import org.grappe.shared.problem.Problems;

/**
 * A CSV file (RFC 4180) as spreadsheets write it: separated by comma, semicolon or tab, in UTF-8
 * with or without a mark, or in Windows-1252.
 *
 * @param headers the columns as they are called in the file
 * @param lines the rows that are not blank
 */
public record Table(List<String> headers, List<Line> lines) {

  /**
   * A row.
   *
   * @param number its line in the file, from 1
   * @param cells by the header's text
   */
  public record Line(long number, Map<String, String> cells) {}

  /**
   * Reads a file.
   *
   * @throws Problem {@code malformed-request} where it has no header or is no CSV
   */
  public static Table read(byte[] bytes) {
    String text = text(bytes);
    if (text.isBlank()) {
      throw Problems.malformed("table.empty");
    }
    if (text.indexOf('\0') >= 0) {
      throw Problems.malformed("body.nul");
    }
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(separator(text))
            .commentStrategy(CommentStrategy.NONE)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .ofCsvRecord(text)) {
      List<CsvRecord> records = reader.stream().toList();
      List<String> headers = records.get(0).getFields().stream().map(String::strip).toList();
      return new Table(
          headers,
          records.stream()
              .skip(1)
              .map(record -> new Line(record.getStartingLineNumber(), cells(headers, record)))
              .filter(line -> line.cells().values().stream().anyMatch(cell -> !cell.isEmpty()))
              .toList());
    } catch (CsvParseException broken) {
      throw Problems.malformed("table.broken");
    } catch (java.io.IOException unread) {
      throw new java.io.UncheckedIOException(unread);
    }
  }

  private static Map<String, String> cells(List<String> headers, CsvRecord record) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(headers.size(), record.getFieldCount()); i++) {
      cells.put(headers.get(i), record.getField(i).strip());
    }
    return cells;
  }

  private static char separator(String text) {
    String header = text.lines().findFirst().orElse("");
    return Stream.of(';', '\t')
        .filter(candidate -> header.chars().filter(c -> c == candidate).count() > commas(header))
        .findFirst()
        .orElse(',');
  }

  private static long commas(String header) {
    return header.chars().filter(c -> c == ',').count();
  }

  private static String text(byte[] bytes) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      text = new String(bytes, Charset.forName("windows-1252"));
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** The headers that stand for none of these, to be named once. */
  public List<String> unknown(Map<String, String> known) {
    List<String> unknown = new ArrayList<>(headers);
    unknown.removeIf(header -> header.isEmpty() || known.containsKey(plain(header)));
    return unknown;
  }

  /** A header without case, accents, punctuation and spaces. */
  public static String plain(String header) {
    return java.text.Normalizer.normalize(header, java.text.Normalizer.Form.NFKD)
        .replaceAll("[^\\p{L}\\p{N}]", "")
        .toLowerCase(Locale.ROOT);
  }
}
