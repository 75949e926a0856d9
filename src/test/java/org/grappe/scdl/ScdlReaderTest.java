package org.grappe.scdl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.grappe.problem.Problem;
import org.grappe.table.LineFault;
import org.grappe.table.TableReader;
import org.grappe.testing.Table;
import org.junit.jupiter.api.Test;

/** Files as publishers have them are read tolerantly, and nothing is mended in silence. */
class ScdlReaderTest {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private final List<LineFault> columns = new ArrayList<>();

  private List<ScdlLine> read(byte[] file) {
    List<ScdlLine> lines = new ArrayList<>();
    new TableReader<>(new ByteArrayInputStream(file), ScdlLineParser.COLUMNS)
        .read(
            header -> columns.addAll(header.faults()),
            cells -> lines.add(new ScdlLineParser(cells, PARIS).line()));
    return lines;
  }

  private List<ScdlLine> read(String file) {
    return read(file.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] resource(String path) {
    try (InputStream file = ScdlReaderTest.class.getResourceAsStream(path)) {
      return file.readAllBytes();
    } catch (IOException unread) {
      throw new IllegalStateException(unread);
    }
  }

  private static List<String> told(List<ScdlLine> lines) {
    return lines.stream()
        .flatMap(line -> line.faults().stream())
        .map(
            fault ->
                Objects.toString(fault.line(), "")
                    + " "
                    + fault.column()
                    + " "
                    + fault.rule()
                    + (fault.blocking() ? "!" : "")
                    + (fault.repair() == null ? "" : " " + fault.repair()))
        .toList();
  }

  private static List<LineFault> of(List<ScdlLine> lines, String column, String rule) {
    return lines.stream()
        .flatMap(line -> line.faults().stream())
        .filter(fault -> column.equals(fault.column()) && rule.equals(fault.rule()))
        .toList();
  }

  @Test
  void a_column_that_nobody_knows_leaves_no_line_out_that_has_a_number() {
    for (String title : List.of("N° RNA (asso)", "RNA asso", "Code NAF", "N° TVA", "Code Waldec")) {
      columns.clear();
      String file =
          "nomAttribuant;idAttribuant;dateConvention;nomBeneficiaire;idBeneficiaire;objet;montant;"
              + (title
                  + "\nRégion;21060004500392;2017-06-27;Asso;52499120500013;Fête;10.50;6201Z\n");
      assertEquals(List.of(false), read(file).stream().map(ScdlLine::isBlocked).toList(), title);
      assertEquals(List.of(), columns.stream().filter(LineFault::blocking).toList(), title);
    }
  }

  @Test
  void the_publication_of_maine_et_loire_is_told_fault_by_fault() {
    List<ScdlLine> lines = read(resource("/data/scdl-maine-et-loire.csv"));
    assertEquals(75, lines.size());
    assertEquals(46, lines.stream().map(line -> line.beneficiary().name()).distinct().count());
    assertEquals(
        new BigDecimal("8327364.88"),
        lines.stream().map(ScdlLine::part).reduce(BigDecimal.ZERO, BigDecimal::add));
    assertEquals(12, lines.stream().filter(ScdlLine::isBlocked).count());
    assertEquals(5, of(lines, "dateConvention", "required").size());
    assertEquals(
        8,
        lines.stream()
            .flatMap(line -> line.faults().stream())
            .filter(fault -> fault.blocking() && fault.column().equals("idBeneficiaire"))
            .count());
    assertEquals(2, of(lines, "idBeneficiaire", "damaged-number").size());
    assertEquals(2, of(lines, "idBeneficiaire", "required").size());
    assertEquals(4, of(lines, "idBeneficiaire", "siret").size());
    assertEquals(
        20,
        lines.stream()
            .flatMap(line -> line.faults().stream())
            .filter(fault -> fault.column().equals("datesPeriodeVersement"))
            .filter(fault -> fault.repair() == null && !fault.blocking())
            .count());
    assertEquals(75, of(lines, "nature", "nature").size());
    assertTrue(lines.stream().allMatch(line -> line.nature().equals("aide en numéraire")));
    assertEquals(75, of(lines, "idAttribuant", "identifier").size());
    assertEquals(75, of(lines, "idRAE", "too-long").size());
    assertEquals(
        List.of("natureDecision", "Colonne1"), columns.stream().map(LineFault::column).toList());
    assertEquals(
        List.of(14L, 27L, 42L),
        lines.stream()
            .filter(line -> line.faults().stream().anyMatch(f -> f.rule().equals("damaged-text")))
            .map(ScdlLine::number)
            .toList());
    assertTrue(lines.get(7).raw().contains("- fonctionnemnt général\r\n- actions"));
    assertTrue(lines.get(8).raw().startsWith("Département de Maine-et-Loire;224 900 019 000 15'"));
  }

  @Test
  void the_official_example_has_no_fault_and_the_schema_says_so_too() {
    List<ScdlLine> lines = read(resource("/scdl/valid.csv"));
    assertEquals(List.of(), told(lines));
    assertEquals(List.of(), columns);
    assertEquals(new BigDecimal("21510.09"), lines.get(0).part());
    assertEquals(new BigDecimal("26290.11"), lines.get(1).part());
    assertEquals("W290000002", lines.get(1).beneficiary().rna());
    Table table = Table.read(resource("/scdl/valid.csv"));
    TableSchema schema = new TableSchema();
    assertEquals(schema.columns(), table.headers());
    table.lines().forEach(line -> assertEquals(List.of(), schema.faults(line.cells())));
  }

  @Test
  void each_line_of_the_invalid_example_is_told_and_the_schema_takes_none_of_them() {
    List<ScdlLine> lines = read(resource("/scdl/invalid.csv"));
    assertEquals(
        List.of(
            "2 idAttribuant identifier 23350001600040",
            "2 nomAttribuant required",
            "2 dateConvention date 2017-06-27",
            "2 nomBeneficiaire required",
            "2 montant amount 47800.20",
            "2 nature nature aide en nature",
            "2 datesPeriodeVersement period 2017-03-14/2018-03-14",
            "2 idRAE too-long",
            "2 notificationUE boolean non",
            "2 pourcentageSubvention share 0.45",
            "3 idAttribuant siret!",
            "4 dateConvention date!",
            "5 idBeneficiaire required!",
            "6 idBeneficiaire damaged-number!",
            "7 montant amount!",
            "8 idBeneficiaire siret 380475558",
            "8 rnaBeneficiaire identifier W350000001",
            "8 objet required",
            "8 nature nature",
            "8 conditionsVersement required",
            "8 datesPeriodeVersement period",
            "8 notificationUE boolean",
            "8 pourcentageSubvention share",
            "9 dateConvention date",
            "9 idBeneficiaire siret",
            "9 idRAE too-long "),
        told(lines));
    assertNull(lines.get(6).part());
    assertEquals("prêt", lines.get(6).nature());
    assertEquals("2017", lines.get(7).agreedOn().text());
    TableSchema schema = new TableSchema();
    List<Table.Line> rows = Table.read(resource("/scdl/invalid.csv")).lines();
    // the schema knows no check digits: of the third line it sees nothing
    assertEquals(
        List.of(2L, 4L, 5L, 6L, 7L, 8L, 9L),
        rows.stream()
            .filter(row -> !schema.faults(row.cells()).isEmpty())
            .map(Table.Line::number)
            .toList());
  }

  @Test
  void headers_are_known_by_name_or_title_in_any_case_and_an_empty_one_is_nothing() {
    String file =
        "NOM DE L'ATTRIBUANT;identification de l’attribuant;Date de la convention de subvention;"
            + "nombeneficiaire;Identification du bénéficiaire;OBJET;Montant total de la subvention;\n"
            + "Région;23350001600040;2017-06-27;Asso;38047555800058;But;1 234 567,50;\n";
    for (String text : List.of(file, file.replace("\n", "\r\n"), "\uFEFF" + file)) {
      columns.clear();
      ScdlLine line = read(text).get(0);
      assertEquals(new BigDecimal("1234567.50"), line.part());
      assertEquals("But", line.purpose());
      assertEquals(List.of(), columns);
    }
  }

  @Test
  void the_encoding_is_decided_for_each_line() {
    byte[] head = "nomAttribuant,objet\n".getBytes(StandardCharsets.UTF_8);
    byte[] utf8 = "Région,\"Été\nà\"\n".getBytes(StandardCharsets.UTF_8);
    byte[] windows = "Région,\"un\nété – œuvré\"\n".getBytes(WINDOWS);
    byte[] file = Arrays.copyOf(head, head.length + utf8.length + windows.length);
    System.arraycopy(utf8, 0, file, head.length, utf8.length);
    System.arraycopy(windows, 0, file, head.length + utf8.length, windows.length);
    List<ScdlLine> lines = read(file);
    assertEquals("Été\nà", lines.get(0).purpose());
    assertEquals("un\nété – œuvré", lines.get(1).purpose());
    assertEquals("Région,\"un\nété – œuvré\"", lines.get(1).raw());
    Map<Long, Long> told =
        lines.stream()
            .flatMap(line -> line.faults().stream())
            .filter(fault -> fault.rule().equals("encoding"))
            .collect(
                Collectors.groupingBy(LineFault::line, LinkedHashMap::new, Collectors.counting()));
    assertEquals(Map.of(4L, 1L, 5L, 1L), told);
  }

  @Test
  void what_is_a_number_without_doubt_is_one() {
    Map.of(
            "24000.0", "24000.00",
            "24000", "24000.00",
            "1 234 567,50", "1234567.50",
            "1\u00a0234\u202f567", "1234567.00",
            "1.234.567,50", "1234567.50",
            "1,234,567.50", "1234567.50",
            "24000,5 €", "24000.50",
            "12.5000", "12.50")
        .forEach(
            (text, amount) ->
                assertEquals(amount, Amounts.amount(text).orElseThrow().toPlainString(), text));
    for (String doubtful :
        List.of(
            "1,234",
            "1.234",
            "1 2345",
            "2,4E+04",
            "12.345",
            "abc",
            "1-2",
            "NC",
            "1/3",
            "1 234,567")) {
      assertTrue(Amounts.amount(doubtful).isEmpty(), doubtful);
    }
    assertEquals("0.45", Amounts.share("45 %").orElseThrow().toPlainString());
    assertEquals("1", Amounts.share("1.00").orElseThrow().toPlainString());
    for (String none : List.of("0", "45", "1.5", "0.001", "150 %", "x")) {
      assertTrue(Amounts.share(none).isEmpty(), none);
    }
  }

  @Test
  void what_is_no_file_of_lines_is_refused() {
    for (String none : List.of("", " \n", "a\0b,c\n")) {
      assertThrows(Problem.class, () -> read(none), none);
    }
  }

  @Test
  void surplus_cells_repeated_columns_and_blank_lines_are_no_end() {
    List<ScdlLine> lines = read("nomAttribuant,NomAttribuant,objet\n,,\nA,B,c,d\n\nE,F,\"g\",\n");
    assertEquals(List.of("repeated-column"), columns.stream().map(LineFault::rule).toList());
    assertEquals(List.of("A", "E"), lines.stream().map(line -> line.funder().name()).toList());
    assertEquals(
        1, lines.get(0).faults().stream().filter(f -> f.rule().equals("surplus-cell")).count());
    assertEquals(5L, lines.get(1).number());
  }
}
