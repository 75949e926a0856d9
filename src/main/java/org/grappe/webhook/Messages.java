package org.grappe.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.grappe.caller.Caller;
import org.grappe.caller.CredentialCheck;

/** What is sent for a delivery, made anew for each attempt: by what its owner may read by then. */
@ApplicationScoped
class Messages {
  private static final int TOKEN_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Queue queue;
  private final CredentialCheck credentials;
  private final CloudEvents events;
  private final Receivers receivers;
  private final ObjectMapper mapper;

  Messages(
      Queue queue,
      CredentialCheck credentials,
      CloudEvents events,
      Receivers receivers,
      ObjectMapper mapper) {
    this.queue = queue;
    this.credentials = credentials;
    this.events = events;
    this.receivers = receivers;
    this.mapper = mapper;
  }

  /**
   * The message; empty where there is none to be sent any more, and then nothing of it is left.
   *
   * @throws AttemptFailed where the address is none
   */
  Optional<Message> of(Claim claim) {
    return queue.subscription(claim).flatMap(subscription -> of(claim, subscription));
  }

  private Optional<Message> of(Claim claim, Subscription subscription) {
    Optional<Caller> caller =
        credentials
            .bearer(subscription.credential(), subscription.mark())
            .filter(Subscription::mayHaveOne);
    if (caller.isEmpty()) {
      queue.end(claim.webhook(), WebhookEndReason.CREDENTIAL_ENDED);
      return Optional.empty();
    }
    String token = claim.kind() == DeliveryKind.CHALLENGE ? token() : null;
    Instant now = Instant.now();
    Optional<CloudEvent> event =
        switch (claim.kind()) {
          case CHALLENGE -> Optional.of(events.challenge(claim, token, now));
          case CURSOR_GONE -> Optional.of(events.gone(claim, now));
          case CHANGE -> events.change(claim, subscription.wanted(caller.get()));
        };
    if (event.isEmpty()) {
      queue.withhold(claim);
    }
    return event.map(what -> message(subscription, what, now, token));
  }

  private static String token() {
    byte[] bytes = new byte[TOKEN_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private Message message(Subscription subscription, CloudEvent event, Instant now, String token) {
    ReceiverAddress to =
        receivers
            .address(subscription.address())
            .orElseThrow(() -> new AttemptFailed(DeliveryError.ADDRESS));
    String id = event.id().toString();
    String body = json(event);
    Map<String, String> headers =
        Map.of(
            "content-type",
            CloudEvent.MEDIA_TYPE,
            "accept",
            "*/*",
            "user-agent",
            "Grappe-Webhook",
            "webhook-id",
            id,
            "webhook-timestamp",
            Long.toString(now.getEpochSecond()),
            "webhook-signature",
            subscription.signatures(id, now, body));
    return new Message(to, headers, body, Optional.ofNullable(token));
  }

  private String json(CloudEvent event) {
    try {
      return mapper.writeValueAsString(event);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalStateException(unwritable);
    }
  }
}
