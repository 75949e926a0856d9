package org.grappe.access;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;

/** What a token must be that its signature does not tell, seen before anybody reads it deeper. */
final class TokenParts {
  /** As deep as a body may be. */
  private static final int DEEPEST = 32;

  /** A token of any kind (RFC 7519, 5.1), or one for access (RFC 9068, 2.1). */
  private static final Set<String> TYPES = Set.of("jwt", "at+jwt", "application/at+jwt");

  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
              .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
              .build());

  private TokenParts() {}

  /**
   * Makes sure of it.
   *
   * @throws Problem {@code unauthenticated}
   */
  static void require(String token) {
    String[] parts = token.split("\\.", -1);
    JsonNode type = read(parts[0]).path("typ");
    boolean isAccess =
        type.isMissingNode()
            || (type.isTextual() && TYPES.contains(type.textValue().toLowerCase(Locale.ROOT)));
    JsonNode issued = read(parts[1]).path("iat");
    long latest = Instant.now().getEpochSecond() + TrustedIssuer.SKEW_SECONDS;
    boolean isOfNow =
        issued.isMissingNode() || (issued.isNumber() && issued.doubleValue() <= latest);
    if (!isAccess || !isOfNow) {
      throw Problems.refused("credential.token");
    }
  }

  private static JsonNode read(String part) {
    try {
      JsonNode read = MAPPER.readTree(Base64.getUrlDecoder().decode(part));
      if (read.isObject()) {
        return read;
      }
    } catch (IOException | IllegalArgumentException unread) {
      // as one that nobody signed
    }
    throw Problems.refused("credential.token");
  }
}
