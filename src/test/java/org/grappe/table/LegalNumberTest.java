package org.grappe.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.grappe.table.LegalNumber.Kind;
import org.junit.jupiter.api.Test;

class LegalNumberTest {
  private static void assertNumber(Kind kind, String value, String said) {
    LegalNumber number = LegalNumber.of(said);
    assertEquals(kind, number.kind(), said);
    assertEquals(value, number.value(), said);
  }

  private static void assertWrong(String rule, String said) {
    assertNumber(Kind.WRONG, null, said);
    assertEquals(rule, LegalNumber.of(said).rule(), said);
  }

  @Test
  void what_stands_around_and_between_the_digits_is_no_part_of_a_number() {
    for (String said :
        List.of(
            "52499120500013", "524 991 205 00013", "524.991.205-00013", "=\"52499120500013\"")) {
      assertNumber(Kind.SIRET, "52499120500013", said);
    }
    assertNumber(Kind.SIREN, "524991205", "524991205,0");
    assertNumber(Kind.RNA, "W123456789", "w 123 456 789");
  }

  @Test
  void a_spreadsheets_damage_is_told_from_other_faults() {
    assertWrong("damaged-number", "5,24991E+13");
    assertWrong("damaged-number", "5720784");
    assertWrong("siret", "524991206");
    assertWrong("rna", "WO23456789");
  }

  @Test
  void what_says_that_there_is_none_is_no_fault() {
    for (String said : List.of("", "N/A", "néant", "000000000", "000 000 000", "sans objet")) {
      assertNumber(Kind.NONE, null, said);
    }
  }
}
