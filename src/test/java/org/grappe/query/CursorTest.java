package org.grappe.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a cursor carries, and that nobody makes one up. */
class CursorTest {
  private static final byte[] SECRET = "a secret of this database".getBytes(UTF_8);

  private static final Cursor CURSOR =
      new Cursor(
          "fingerprint",
          Optional.of(LocalDate.of(2015, 6, 5)),
          UUID.fromString("0198a5c2-7f1e-7a3c-8d52-3b1f0c6e9a47"),
          "Développement\nin two lines\n");

  @Test
  void what_was_signed_is_read_again_line_breaks_of_the_key_included() {
    assertEquals(CURSOR, Cursor.read(CURSOR.sign(SECRET), SECRET));
    Cursor timeless = new Cursor("f", Optional.empty(), CURSOR.id(), "");
    assertEquals(timeless, Cursor.read(timeless.sign(SECRET), SECRET));
  }

  @Test
  void it_is_safe_in_an_address() {
    assertEquals(CURSOR.sign(SECRET), CURSOR.sign(SECRET).replaceAll("[^A-Za-z0-9_-]", ""));
  }

  @Test
  void a_change_of_any_byte_is_refused() {
    byte[] signed = Base64.getUrlDecoder().decode(CURSOR.sign(SECRET));
    for (int i = 0; i < signed.length; i++) {
      byte[] changed = signed.clone();
      changed[i] ^= 1;
      refused(Base64.getUrlEncoder().withoutPadding().encodeToString(changed), SECRET);
    }
  }

  @Test
  void one_of_another_database_is_refused() {
    refused(CURSOR.sign(SECRET), "another".getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "=", "é", "AAAA", "AAAAAAAAAAAAAAAAAAAAAA", "a b"})
  void what_is_no_cursor_is_refused(String text) {
    refused(text, SECRET);
  }

  private static void refused(String text, byte[] secret) {
    Problem problem = assertThrows(Problem.class, () -> Cursor.read(text, secret));
    assertEquals(ProblemType.INVALID_CURSOR, problem.type());
  }
}
