package org.grappe.scdl;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grappe.shared.problem.Problem;
import org.grappe.shared.problem.Problems;

/** Reads a file line by line; it holds one line at a time. */
final class ScdlReader {
  private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");
  private final DecodedLines lines;
  private final String first;
  private ScdlHeader header;

  /**
   * A file.
   *
   * @throws Problem {@code malformed-request} where it is empty or no text
   */
  ScdlReader(InputStream bytes) {
    lines = new DecodedLines(bytes);
    try {
      first = lines.peek();
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
    if (first.isBlank()) {
      throw Problems.malformed("table.empty");
    }
  }

  /**
   * Hands over the header, then every line that isn't blank.
   *
   * @throws Problem {@code malformed-request} where it is no CSV
   */
  void read(Consumer<ScdlHeader> headers, Consumer<ScdlLine> taker) {
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .fieldSeparator(separator())
            .commentStrategy(CommentStrategy.NONE)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .ofCsvRecord(lines)) {
      Iterator<CsvRecord> records = csv.iterator();
      header = new ScdlHeader(records.next().getFields());
      headers.accept(header);
      CsvRecord record = records.hasNext() ? records.next() : null;
      skipBefore(record == null ? Long.MAX_VALUE : record.getStartingLineNumber());
      while (record != null) {
        ScdlCells cells = new ScdlCells(header, record);
        if (!cells.isBlank()) {
          taker.accept(new LineReading(cells).read(raw(record, cells)));
        }
        record = records.hasNext() ? records.next() : null;
      }
    } catch (CsvParseException broken) {
      throw Problems.malformed("table.broken");
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }

  private void skipBefore(long number) {
    while (lines.takeBefore(number) != null) {
      // of the header nothing is kept
    }
  }

  /** The record as it stands in the file, without its last line end. */
  private String raw(CsvRecord record, ScdlCells cells) {
    long from = record.getStartingLineNumber();
    skipBefore(from);
    long until = from + 1 + record.getFields().stream().mapToLong(ScdlReader::lineEnds).sum();
    StringBuilder raw = new StringBuilder();
    for (DecodedLines.Line line = lines.takeBefore(until);
        line != null;
        line = lines.takeBefore(until)) {
      raw.append(line.text());
      if (!line.isUtf8()) {
        cells.tellEncoding(line.number());
      }
    }
    return raw.toString().replaceFirst("[\r\n]+$", "");
  }

  private static long lineEnds(String cell) {
    if (cell.indexOf('\n') < 0 && cell.indexOf('\r') < 0) {
      return 0;
    }
    Matcher ends = LINE_END.matcher(cell);
    return ends.results().count();
  }

  /** Titles have commas and semicolons only inside quotes. */
  private char separator() {
    String bare = first.replaceAll("\"[^\"]*\"", "");
    long commas = bare.chars().filter(c -> c == ',').count();
    for (char candidate : new char[] {';', '\t'}) {
      if (bare.chars().filter(c -> c == candidate).count() > commas) {
        return candidate;
      }
    }
    return ',';
  }
}
