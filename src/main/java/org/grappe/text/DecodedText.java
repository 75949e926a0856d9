package org.grappe.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Octets read as UTF-8 or, where they cannot be that, as Windows-1252: programs paste lines of
 * Windows into files of UTF-8.
 *
 * @param isUtf8 false where they had to be read as Windows-1252
 */
public record DecodedText(String text, boolean isUtf8) {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  public static DecodedText of(byte[] octets) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
      return new DecodedText(text, true);
    } catch (CharacterCodingException older) {
      return new DecodedText(new String(octets, WINDOWS), false);
    }
  }

  /** The text without the mark that may stand before it (U+FEFF). */
  public String unmarked() {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
