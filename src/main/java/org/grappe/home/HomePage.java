package org.grappe.home;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The page for people: {@code home/index.html}, with the address of this service in it. */
@Singleton
class HomePage {
  private final String page;

  HomePage() {
    try (InputStream stream = HomePage.class.getResourceAsStream("/home/index.html")) {
      page = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }

  /** The page, whose examples ask this address. */
  String at(String base) {
    return page.replace("{base}", escaped(base));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
