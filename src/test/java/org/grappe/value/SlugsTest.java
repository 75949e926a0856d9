package org.grappe.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlugsTest {
  private static final String ID = "0198a5c2-7f1e-7a3c-8d52-3b1f0c6e9a47";

  @Test
  void an_id_is_one_in_either_case_and_never_a_slug() {
    assertEquals(UUID.fromString(ID), Slugs.id(ID).orElseThrow());
    assertEquals(
        UUID.fromString(ID), Slugs.id(ID.toUpperCase(java.util.Locale.ROOT)).orElseThrow());
    assertFalse(Slugs.isSlug(ID));
    assertTrue(Slugs.isSlug("digital-place"));
  }

  @Test
  void what_differs_from_an_id_in_one_character_is_none() {
    for (int i = 0; i < ID.length(); i++) {
      for (char c : new char[] {'g', 'G', '/', ':', '@', '`', ' ', '٣', '０', 'ａ', '\0'}) {
        String other = ID.substring(0, i) + c + ID.substring(i + 1);
        assertFalse(Slugs.isId(other), other);
      }
      char swapped = ID.charAt(i) == '-' ? '0' : '-';
      assertFalse(Slugs.isId(ID.substring(0, i) + swapped + ID.substring(i + 1)));
      assertFalse(Slugs.isId(ID.substring(0, i) + ID.substring(i + 1)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "1-1-1-1-1", "{0198a5c2-7f1e-7a3c-8d52-3b1f0c6e9a47}"})
  void nothing_shorter_or_longer_is_an_id(String text) {
    assertFalse(Slugs.isId(text));
  }
}
