package org.grappe.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grappe.problem.Problem;
import org.junit.jupiter.api.Test;

/** What one bad quote, byte or title costs is told, and costs no more than its line. */
class TableReaderTest {
  private static final Columns<Field> COLUMNS = new Columns<>(Field.class);
  private final List<String> told = new ArrayList<>();

  private enum Field implements TableColumn {
    NAME,
    CITY,
    UNTIL;

    @Override
    public ColumnNames names() {
      return new ColumnNames(
          name().toLowerCase(java.util.Locale.ROOT),
          switch (this) {
            case NAME -> List.of("Raison sociale", "Nom(s) de la structure", "N° de nom", "Nom");
            case CITY -> List.of("Ville");
            case UNTIL -> List.of("Date de fin");
          },
          this == UNTIL ? List.of("sortie", "depart") : List.of());
    }
  }

  /** The lines as {@code number: name | city}, with {@code !} where they are left out. */
  private List<String> read(byte[] file) {
    told.clear();
    List<String> lines = new ArrayList<>();
    new TableReader<>(new ByteArrayInputStream(file), COLUMNS)
        .read(
            header -> header.faults().forEach(this::tell),
            cells -> {
              cells.faults().forEach(this::tell);
              String texts =
                  Stream.of(cells.text(Field.NAME), cells.text(Field.CITY))
                      .map(text -> Objects.toString(text, ""))
                      .collect(Collectors.joining(" | "));
              lines.add(cells.number() + (cells.isBlocked() ? "!" : ":") + " " + texts);
            });
    return lines;
  }

  private List<String> read(String file) {
    return read(file.getBytes(StandardCharsets.UTF_8));
  }

  private void tell(LineFault fault) {
    told.add(
        (Objects.toString(fault.line(), "-") + " " + fault.column() + " " + fault.rule())
            + (fault.repair() == null ? "" : " " + fault.repair()));
  }

  @Test
  void a_quote_that_does_not_close_ends_with_its_line() {
    for (String end : List.of("\n", "\r\n", "\r")) {
      String file =
          String.join(end, "nom;ville", "\"A;x", "B;y", "C;\"z", "\"D\";\"d\"", "E;e\"", "F;f", "");
      assertEquals(
          List.of("2! \"A | x", "3: B | y", "4! C | \"z", "5: D | d", "6! E | e\"", "7: F | f"),
          read(file));
      assertEquals(List.of("2 nom quote", "4 ville quote", "6 ville quote"), told);
    }
  }

  @Test
  void quotes_that_swallow_lines_and_close_by_chance_are_found() {
    assertEquals(
        List.of("2! \"A | x", "3: B | y", "4! C\" | z", "5: D | d"),
        read("nom;ville\n\"A;x\nB;y\nC\";z\nD;d\n"));
    assertEquals(
        List.of("2! \" | ", "3: B | y", "4: C | z", "5! D\" | d"),
        read("nom;ville\n\"\nB;y\nC;z\nD\";d\n"));
  }

  @Test
  void real_line_breaks_doubled_quotes_and_separators_in_quotes_stay() {
    assertEquals(
        List.of("2: A\nune, deux\nlignes | x", "5: B \"b\" | y;y", "7: C | c"),
        read("nom;ville\n\"A\nune, deux\nlignes\";x\n\"B \"\"b\"\"\"; \"y;y\" \n\n \"C\";c\n"));
    assertEquals(List.of(), told);
    assertEquals(
        List.of("2: A | un\ntrois, quatre", "4: B | y"),
        read("nom,ville\nA,\"un\ntrois, quatre\"\nB,y\n"));
  }

  @Test
  void quotes_inside_a_cell_are_told_and_a_text_after_a_quoted_one_is_doubtful() {
    assertEquals(
        List.of("2: Les \"Amis\" du parc | x", "3! \"Les Amis\" du parc | x"),
        read("nom;ville\nLes \"Amis\" du parc;x\n\"Les Amis\" du parc;x\n"));
    assertEquals(List.of("2 nom quote", "3 nom quote"), told);
  }

  @Test
  void titles_are_known_in_any_dress() {
    for (String title :
        List.of(
            "NOM",
            "nom *",
            "\u200bNom",
            "Nom (obligatoire)",
            "\"Nom\"",
            "Nom de la structure",
            "Noms de la structure",
            "RAISON_SOCIALE",
            "raisonSociale",
            "Nº nom",
            "Raison sociale")) {
      assertEquals(List.of("2: A | x"), read(title + ";Ville\nA;x\n"), title);
      assertEquals(List.of(), told, title);
    }
    assertEquals(List.of("2: B | x"), read("Nom;Raison sociale;Ville\nA;B;x\n"));
    assertEquals(List.of("- Nom repeated-column Raison sociale"), told);
    assertEquals(List.of("2: A | x"), read("Nom;Raison sociale;Ville\nA;;x\n"));
    assertEquals(List.of("2: A | x"), read("Nom;Nom;Ville\nA;B;x\n"));
    assertEquals(List.of("- Nom repeated-column Nom"), told);
  }

  @Test
  void a_title_like_that_of_a_field_that_matters_blocks_the_lines_that_have_something_there() {
    assertEquals(
        List.of("2! A | ", "3: B | "), read("nom;Sortie prévue;Note\nA;2019-01-01;n\nB;;n\n"));
    assertEquals(
        List.of(
            "- Sortie prévue doubtful-column until",
            "- Note unknown-column",
            "2 Sortie prévue doubtful-column until"),
        told);
    assertEquals(List.of("2: A | "), read("nom;Date de fin;Sortie prévue\nA;;2019\n"));
  }

  @Test
  void separators_are_found_with_quotes_respected() {
    assertEquals(List.of("2: A | x"), read("\"nom\";\"ville\";\"a,b,c,d\"\nA;x;\n"));
    assertEquals(List.of("2: A | x"), read("nom\tville\nA\tx\n"));
    assertEquals(List.of("3: A | x"), read("sep=|\nnom|ville\nA|x\n"));
    assertEquals(List.of("2: A | x"), read("nom;ville;x, y, z, w\nA;x;\n"));
    assertEquals(List.of("3: A | x"), read("\nnom;ville;;\nA;x;;\n;;;\n\n"));
  }

  @Test
  void cells_without_a_title_and_a_cell_more_than_usual_block() {
    assertEquals(
        List.of("2: A | x", "3! B | y", "4: C | z", "5: D | z", "6! E | "),
        read("nom;ville;until\nA;x;\nB;y;;rest\nC;z;\nD;z;\nE;;y;\n"));
    assertEquals(List.of("3 null surplus-cell", "6 null surplus-cell"), told);
  }

  @Test
  void the_encoding_is_decided_for_each_line_and_what_nobody_sees_is_taken_out_and_told() {
    byte[] windows = "nom;ville\nÉté;Sète\n".getBytes(Charset.forName("windows-1252"));
    assertEquals(List.of("2: Été | Sète"), read(windows));
    assertEquals(List.of("2 null encoding windows-1252"), told);
    for (Charset wide : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE)) {
      assertEquals(List.of("2: Été | Sète"), read("nom;ville\nÉté;Sète\n".getBytes(wide)));
      assertEquals(List.of("- null encoding utf-16"), told);
    }
    assertEquals(
        List.of("2: Eté\u00a0! | \ud83d\udc69\u200d\ud83d\udcbb"),
        read("\uFEFFnom;ville\nE\u200bté\u00a0!\u00a0;\ud83d\udc69\u200d\ud83d\udcbb\n"));
    assertEquals(List.of("2 nom invisible-characters Eté\u00a0!"), told);
    assertEquals(List.of("2: Ã‰tÃ© | voilÃ"), read("nom;ville\nÃ‰tÃ©;voilÃ\u00a0\n"));
    assertEquals(3, told.size());
    assertEquals(List.of("2: « É… » | ÎLE"), read("nom;ville\n« É… »;ÎLE\n"));
    assertEquals(List.of(), told);
  }

  @Test
  void a_line_that_is_no_text_costs_itself_and_a_file_that_is_none_is_refused() {
    assertEquals(List.of("2! A | x", "3: B | y"), read("nom;ville\n\0A;x\nB;y\n"));
    String long1 = "z".repeat(2 << 20);
    assertEquals(2, read("nom;ville\nA;" + long1 + "\nB;y\n").size());
    for (String none : List.of("", " \n\n", "a\0b;c\n", "sep=;\n")) {
      assertThrows(Problem.class, () -> read(none), none);
    }
  }
}
