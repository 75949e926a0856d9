package org.grappe.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.grappe.problem.Problem;
import org.grappe.testing.Effort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A line may be a mebibyte long, and a file have as many lines: neither takes for ever. */
class LongLinesTest {
  /** A line that is longer is no table's. */
  private static final int LENGTH = Effort.of((1 << 20) - 64, 1 << 18);

  private enum Field implements TableColumn {
    NAME,
    CITY;

    @Override
    public ColumnNames names() {
      return new ColumnNames(
          this == NAME ? "nom" : "ville", List.of(), List.of("sortie", "numero siren"));
    }
  }

  /** The lines, each with what stands in the unknown columns looked at. */
  private static List<LineFault> read(String file) {
    List<LineFault> faults = new ArrayList<>();
    new TableReader<>(
            new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
            new Columns<>(Field.class))
        .read(
            header -> faults.addAll(header.faults()),
            cells -> {
              cells.doubt(Field.CITY, (title, cell) -> Titles.words(title).isEmpty());
              LegalNumber.of(String.valueOf(cells.text(Field.NAME)));
            });
    return faults;
  }

  private static String marks() {
    return "a" + "\u0301".repeat(LENGTH / 4) + "\u0323".repeat(LENGTH / 4);
  }

  private static Stream<String> files() {
    return Stream.of(
        "nom;" + "(".repeat(LENGTH) + "\nA;b\n",
        "nom;" + "[{(".repeat(LENGTH / 3) + "\nA;b\n",
        "nom;" + marks() + "\n" + "A;b\n".repeat(1_000),
        "nom;" + "a".repeat(LENGTH) + "\n" + "A;b\n".repeat(1_000),
        "nom;" + "ab;".repeat(900) + "\n" + "A;b\n".repeat(LENGTH / 16),
        "nom" + ";".repeat(LENGTH) + "\n" + "A\n".repeat(LENGTH / 16),
        "nom\n" + marks() + "\n",
        "nom\n" + "1".repeat(LENGTH) + "x\n",
        "nom\n\"a\n" + "b\n".repeat(LENGTH),
        "sep=" + " ".repeat(LENGTH) + "\nnom\nA\n");
  }

  @ParameterizedTest
  @MethodSource("files")
  void a_file_is_read_in_bounded_time(String file) {
    assertTimeoutPreemptively(Duration.ofSeconds(10), () -> read(file));
  }

  @Test
  void of_a_long_title_the_beginning_counts_and_is_told() {
    LineFault fault = read("nom;" + "y".repeat(300) + "\nA;b\n").get(0);
    assertEquals("unknown-column", fault.rule());
    assertEquals("y".repeat(255) + "…", fault.column());
  }

  @Test
  void a_table_of_too_many_columns_is_refused_but_empty_ones_are_none() {
    String many = "nom;" + "a;".repeat(1_000) + "\nA\n";
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () ->
            assertEquals(
                "malformed-request table.too-wide",
                assertThrows(Problem.class, () -> read(many)).getMessage()));
    assertEquals(List.of(), read("nom" + ";".repeat(5_000) + "\nA\n"));
  }
}
