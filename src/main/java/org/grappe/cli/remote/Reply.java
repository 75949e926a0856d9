package org.grappe.cli.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grappe.cli.terminal.Failure;

/**
 * An answer of a service. Whoever has it closes it.
 *
 * @param asked where, for what is said of it
 * @param keyed whether a key was told
 */
public record Reply(int status, HttpHeaders headers, InputStream body, String asked, boolean keyed)
    implements AutoCloseable {
  /** Numbers stay as they are written: money has two places. */
  public static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private static final Pattern PLACE = Pattern.compile("[?&]after=([^&>]+)[^>]*>; rel=\"changes\"");

  /**
   * This, where it is no refusal.
   *
   * @throws Failure with what the service says stands against it
   */
  public Reply required() {
    if (status >= 300) {
      throw refusal();
    }
    return this;
  }

  /** What the service says stands against it. */
  public Failure refusal() {
    if (status < 400) {
      return Failure.refused("remote.elsewhere", asked, header("Location").orElse("?"));
    }
    return ProblemText.failure(this, header("Content-Type").orElse("").contains("problem+json"));
  }

  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /** Where changes are followed from by whoever has this copy. */
  public Optional<String> place() {
    return headers.allValues("Link").stream()
        .map(PLACE::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .findFirst();
  }

  /** Its JSON; nothing else answers at an address of Grappe. */
  public JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException other) {
      throw Failure.unreachable("remote.other", asked);
    } catch (IOException broken) {
      throw Failure.unreachable("remote.broken", asked);
    }
  }

  boolean isToComeAgain() {
    return status == 429 || status == 503;
  }

  @Override
  public void close() {
    try {
      body.close();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
