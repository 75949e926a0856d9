package org.grappe.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeaderTest {
  private static final Columns<Field> COLUMNS = new Columns<>(Field.class);

  private enum Field implements TableColumn {
    NAME(List.of(), "Raison sociale", "Nom"),
    UNTIL(List.of("sortie"), "Date de fin"),
    RNA(List.of("rna"), "N° RNA", "RNA du bénéficiaire");

    @SuppressWarnings("ImmutableEnumChecker") // the lists are immutable
    private final ColumnNames names;

    Field(List<String> alarms, String... titles) {
      names = new ColumnNames(name(), List.of(titles), alarms);
    }

    @Override
    public ColumnNames names() {
      return names;
    }
  }

  private static Header<Field> header(String... titles) {
    return new Header<>(Arrays.asList(titles), COLUMNS, new Separator(';'));
  }

  private static List<String> told(Header<Field> header) {
    return header.faults().stream().map(fault -> fault.rule() + " " + fault.column()).toList();
  }

  @Test
  void the_more_exact_title_counts_wherever_it_stands() {
    Header<Field> header = header("Nom", "Raison sociale");
    assertEquals(List.of(1, 0), header.places(Field.NAME));
    assertEquals("Raison sociale", header.name(Field.NAME));
    assertEquals(List.of("repeated-column Nom"), told(header));
  }

  @Test
  void of_equal_titles_the_first_counts() {
    assertEquals(List.of(0), header("Nom", "nom").places(Field.NAME));
  }

  @Test
  void an_unknown_title_is_doubtful_only_where_what_it_resembles_is_missing() {
    assertEquals(Map.of(1, Field.UNTIL), header("Raison sociale", "Sortie").doubtful());
    Header<Field> header = header("Raison sociale", "Date de fin", "Sortie");
    assertTrue(header.doubtful().isEmpty());
    assertEquals(List.of(2), header.unknown());
  }

  @Test
  void a_title_of_short_words_must_be_nearer_to_what_it_resembles_than_one_of_long_words() {
    for (String title :
        List.of(
            "Code NAF",
            "N° TVA",
            "Numéro TVA",
            "N° de rue",
            "NAF du bénéficiaire",
            "Rue bénéficiaire",
            "Date RIB")) {
      assertEquals(Map.of(), header("Nom", title).doubtful(), title);
      assertEquals(List.of(1), header("Nom", title).unknown(), title);
    }
    for (String title :
        List.of("RNA du bénéficaire", "RNAbénéficiare", "RNA bénéfciare", "RNA asso")) {
      assertEquals(Map.of(1, Field.RNA), header("Nom", title).doubtful(), title);
    }
  }

  @Test
  void a_column_that_is_missing_has_the_name_of_the_contract() {
    assertEquals("UNTIL", header("Nom").name(Field.UNTIL));
  }
}
