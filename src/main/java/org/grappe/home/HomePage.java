package org.grappe.home;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page for people: {@code home/index.html}, with the address of this service in it. */
@Singleton
class HomePage {
  private static final Pattern STYLE = Pattern.compile("<style>(.*)</style>", Pattern.DOTALL);
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

  /** What the page may load: its own style, known by its hash, and nothing else. */
  String policy() {
    Matcher style = STYLE.matcher(page);
    style.find();
    return "default-src 'none'; style-src 'sha256-%s'; frame-ancestors 'none'"
        .formatted(hash(style.group(1)));
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
