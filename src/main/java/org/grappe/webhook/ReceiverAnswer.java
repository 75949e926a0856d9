package org.grappe.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.grappe.value.Documents;

/**
 * What a receiver answered.
 *
 * @param body its beginning
 */
record ReceiverAnswer(int status, String retryAfter, String body) {
  private static final int REDIRECTS = 3;

  /**
   * Makes sure that the message was taken.
   *
   * @throws AttemptFailed where it was not
   */
  void require(Message message) {
    int kind = status / 100;
    if (kind != 2) {
      throw new AttemptFailed(
          kind == REDIRECTS ? DeliveryError.REDIRECT : DeliveryError.STATUS,
          status,
          RetryAfter.of(retryAfter, Instant.now()).orElse(null));
    }
    if (message.token().isPresent() && !has(message.token().get())) {
      throw new AttemptFailed(DeliveryError.CHALLENGE_NOT_MET, status, null);
    }
  }

  /** The token by itself, or the member of an object; a body sent back as it was is neither. */
  private boolean has(String token) {
    if (body.strip().equals(token)) {
      return true;
    }
    try {
      JsonNode object = Documents.MAPPER.readTree(body);
      return object != null && object.path("challenge").asText().equals(token);
    } catch (JsonProcessingException noJson) {
      return false;
    }
  }
}
