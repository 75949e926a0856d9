package org.grappe.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a claim says is taken as it is said. */
class ClaimValuesTest {
  private static List<String> values(String json) throws JsonProcessingException {
    return ClaimValues.of(new ObjectMapper().readTree(json));
  }

  @Test
  void an_item_of_a_list_is_one_value_whatever_is_in_it() throws JsonProcessingException {
    assertEquals(
        List.of("x ADMIN", " ADMIN", "a,ADMIN"), values("[\"x ADMIN\",\" ADMIN\",\"a,ADMIN\"]"));
    assertEquals(List.of(), values("[[\"ADMIN\"],{\"a\":\"ADMIN\"},1,null]"));
  }

  @Test
  void a_text_alone_is_as_many_as_blanks_or_commas_set_apart() throws JsonProcessingException {
    assertEquals(List.of("x", "ADMIN", "y"), values("\" x  ADMIN,y \""));
    assertEquals(List.of(), values("{\"ADMIN\":true}"));
    assertEquals(List.of(), values("\" , \""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ADMIN", "admin", "Admin"})
  void a_role_is_known_in_any_case_of_its_letters(String word) {
    assertEquals(true, ClaimValues.isWord(word, "ADMIN"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "admın",
        "ADMİN",
        "ａｄｍｉｎ",
        "ADMIN ",
        " ADMIN",
        "ADMIN\u0000",
        "ADMI",
        "ADMINS",
        ""
      })
  void other_letters_are_other_letters(String word) {
    assertEquals(false, ClaimValues.isWord(word, "ADMIN"));
  }
}
