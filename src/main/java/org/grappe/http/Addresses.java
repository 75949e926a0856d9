package org.grappe.http;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Says whether an address can be decoded (RFC 3986). */
final class Addresses {
  private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  private Addresses() {}

  /** Every escape is two hexadecimal digits, the bytes are UTF-8, and none is NUL. */
  static boolean isReadable(String address) {
    if (BROKEN_ESCAPE.matcher(address).find() || address.contains("%00")) {
      return false;
    }
    try {
      new URI(address);
      if (address.indexOf('%') >= 0) {
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(address)));
      }
      return true;
    } catch (URISyntaxException | CharacterCodingException illFormed) {
      return false;
    }
  }

  private static byte[] bytes(String address) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(address.length());
    for (int i = 0; i < address.length(); i++) {
      if (address.charAt(i) == '%') {
        bytes.write(Integer.parseInt(address.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        bytes.writeBytes(String.valueOf(address.charAt(i)).getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }
}
