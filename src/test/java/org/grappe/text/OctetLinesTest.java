package org.grappe.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OctetLinesTest {
  @Test
  void a_line_ends_with_any_of_three_ends_and_the_last_one_with_none() throws IOException {
    assertEquals(
        List.of("a|\r\n", "b|\n", "c|\r", "|\r\n", "d|"), lines(utf8("a\r\nb\nc\r\r\nd"), 10));
    assertEquals(List.of("a|\n"), lines(utf8("a\n"), 10));
    assertEquals(List.of(), lines(new byte[0], 10));
  }

  @Test
  void the_next_line_is_seen_before_it_is_taken() throws IOException {
    OctetLines lines = open(utf8("a\r\n b"), 10);
    assertEquals('a', lines.ahead());
    lines.next();
    assertEquals(' ', lines.ahead());
    lines.next();
    assertTrue(lines.ahead() < 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {255, 256, 8190, 8191, 8192, 8193, 100_000})
  void a_line_may_be_longer_than_what_is_read_at_once(int length) throws IOException {
    String line = "x".repeat(length);
    assertEquals(List.of(line + "|\r\n", "é|"), lines(utf8(line + "\r\né"), Integer.MAX_VALUE));
  }

  @Test
  void of_a_line_that_is_too_long_the_beginning_is_kept() throws IOException {
    OctetLines lines = open(utf8("abcd\nabc"), 3);
    OctetLine cut = lines.next();
    assertEquals("abc", new String(cut.octets(), StandardCharsets.UTF_8));
    assertFalse(cut.isWhole());
    assertTrue(lines.next().isWhole());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE"})
  void utf_16_is_told_by_its_mark_or_by_two_letters(String charset) throws IOException {
    byte[] file = "né\r\n𝄞".getBytes(Charset.forName(charset));
    assertTrue(open(file, 10).isUtf16());
    assertEquals(List.of("né|\r\n", "𝄞|"), lines(file, 10));
  }

  @Test
  void a_file_that_cannot_go_back_is_read_all_the_same() throws IOException {
    InputStream once =
        new SequenceInputStream(
            new ByteArrayInputStream(utf8("a")), new ByteArrayInputStream(utf8("\nb")));
    OctetLines lines = new OctetLines(once, 10);
    assertFalse(lines.isUtf16());
    assertEquals('a', lines.next().octets()[0]);
  }

  @Test
  void what_is_no_utf_8_is_text_of_windows() {
    assertEquals(new DecodedText("é", true), DecodedText.of(utf8("é")));
    assertEquals(new DecodedText("é€", false), DecodedText.of(new byte[] {(byte) 0xe9, -128}));
    assertEquals("a\uFEFF", DecodedText.of(utf8("\uFEFFa\uFEFF")).unmarked());
  }

  private static List<String> lines(byte[] file, int longest) throws IOException {
    OctetLines lines = open(file, longest);
    List<String> all = new ArrayList<>();
    for (OctetLine line = lines.next(); line != null; line = lines.next()) {
      all.add(DecodedText.of(line.octets()).unmarked() + "|" + line.end());
    }
    return all;
  }

  private static OctetLines open(byte[] file, int longest) throws IOException {
    return new OctetLines(new ByteArrayInputStream(file), longest);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
