package org.grappe.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts of callers as the log has them. */
class HarmlessTextTest {

  @ParameterizedTest
  @CsvSource({
    "/api/v1/clusters,/api/v1/clusters",
    "/é\u0007x,/??x",
    "/api/grp_Ab-9_z/x,/api/grp_…/x",
    "grp_,grp_"
  })
  void nothing_of_them_is_unseen_or_a_key(String text, String logged) {
    assertEquals(logged, HarmlessText.of(text));
  }

  @ParameterizedTest
  @CsvSource({"300,300", "301,301", "9000,301"})
  void they_are_no_longer_than_a_line(int length, int logged) {
    assertEquals(logged, HarmlessText.of("a".repeat(length)).length());
  }
}
