package org.grappe.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class MojibakeTest {
  @Test
  void a_text_that_was_encoded_twice_is_found_and_undone() {
    assertTrue(Mojibake.isIn("AcadÃ©mie"));
    assertEquals("Académie", Mojibake.undoubled("AcadÃ©mie"));
    assertEquals("l’Œuvre", Mojibake.undoubled("lâ€™Å’uvre"));
  }

  @Test
  void what_nobody_can_undo_is_found_too() {
    assertTrue(Mojibake.isIn("Acad\uFFFDmie"));
  }

  @Test
  void sound_texts_stay_as_they_are() {
    for (String sound : List.of("Academie", "Académie", "Œuvre", "SÃO", "Ça", "12 €")) {
      assertFalse(Mojibake.isIn(sound), sound);
      assertEquals(sound, Mojibake.undoubled(sound));
    }
  }
}
