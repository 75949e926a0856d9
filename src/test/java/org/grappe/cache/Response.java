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

  /**
   * What this answer to HEAD has and that to the GET has not, or the other way round; a body's
   * length and coding may be told by the GET alone.
   */
  Optional<String> differenceAsHeadOf(Response get) {
    Map<String, List<String>> own = compared();
    Map<String, List<String>> other = get.compared();
    other.remove("content-encoding");
    List<String> coding = own.remove("content-encoding");
    List<String> length = headers.allValues("content-length");
    boolean isOther =
        status != get.status()
            || !own.equals(other)
            || (coding != null && !coding.equals(get.headers.allValues("content-encoding")))
            || (!length.isEmpty()
                && !get.headers.allValues("content-length").isEmpty()
                && !length.equals(get.headers.allValues("content-length")))
            || body.length > 0;
    return isOther
        ? Optional.of(" has " + headers.map() + ", " + get.headers.map())
        : Optional.empty();
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
