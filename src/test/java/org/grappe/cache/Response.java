package org.grappe.cache;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** An answer as it came. */
@SuppressWarnings("ArrayRecordComponent") // compared by what is in it
record Response(int status, HttpHeaders headers, byte[] body) {
  /** What is each answer's own. How long a body is may be told before or after it. */
  private static final Set<String> OWN =
      Set.of(
          "x-request-id",
          "ratelimit",
          "cache-status",
          "content-length",
          "date",
          "transfer-encoding");

  boolean isHit() {
    return headers.firstValue("Cache-Status").orElse("").contains("hit");
  }

  String text() {
    String coding = headers.firstValue("Content-Encoding").orElse("identity");
    try (InputStream plain = unpacked(coding)) {
      return new String(plain.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private InputStream unpacked(String coding) throws IOException {
    InputStream packed = new ByteArrayInputStream(body);
    return body.length == 0 || coding.equals("identity")
        ? packed
        : coding.equals("gzip") ? new GZIPInputStream(packed) : new InflaterInputStream(packed);
  }

  private Map<String, List<String>> compared() {
    Map<String, List<String>> compared = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    compared.putAll(headers.map());
    OWN.forEach(compared::remove);
    // no two cursors of one place are alike
    compared.computeIfPresent(
        "Link",
        (name, links) -> links.stream().map(link -> link.replaceAll("after=[^>]*", "")).toList());
    return compared;
  }

  /** What differs in the other. */
  Optional<String> differenceTo(Response other) {
    if (status != other.status()) {
      return Optional.of(" answers " + status + ", " + other.status());
    }
    if (!compared().equals(other.compared())) {
      return Optional.of(" has " + compared() + ", " + other.compared());
    }
    return text().equals(other.text()) ? Optional.empty() : Optional.of(" tells something else");
  }
}
