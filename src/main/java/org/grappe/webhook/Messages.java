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
import org.grappe.change.ChangeFeed;
import org.grappe.config.GrappeConfig;
import org.grappe.position.FeedCursors;
import org.grappe.position.Head;
import org.grappe.position.Place;
import org.grappe.position.Positions;
import org.grappe.problem.Problem;

/** What is sent for a delivery, made anew for each attempt: by what its owner may read by then. */
@ApplicationScoped
class Messages {
  private static final String PATH = "/api/v1/changes";
  private static final int TOKEN_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Queue queue;
  private final CredentialCheck credentials;
  private final ChangeFeed feed;
  private final Positions positions;
  private final FeedCursors cursors;
  private final Receivers receivers;
  private final ObjectMapper mapper;
  private final String source;

  Messages(
      Queue queue,
      CredentialCheck credentials,
      ChangeFeed feed,
      Positions positions,
      FeedCursors cursors,
      Receivers receivers,
      ObjectMapper mapper,
      GrappeConfig config) {
    this.queue = queue;
    this.credentials = credentials;
    this.feed = feed;
    this.positions = positions;
    this.cursors = cursors;
    this.receivers = receivers;
    this.mapper = mapper;
    this.source = config.publicUrl().map(url -> url.replaceFirst("/+$", "")).orElse("") + PATH;
  }

  /**
   * The message; empty where there is none to be sent any more, and then nothing of it is left.
   *
   * @throws AttemptFailed where the address is none
   */
  Optional<Message> of(Claim claim) {
    Optional<Subscription> subscription = queue.subscription(claim);
    if (subscription.isEmpty()) {
      return Optional.empty();
    }
    Optional<Caller> caller =
        credentials
            .bearer(subscription.get().credential(), subscription.get().mark())
            .filter(Subscription::mayHaveOne);
    if (caller.isEmpty()) {
      queue.end(claim.webhook(), WebhookEndReason.CREDENTIAL_ENDED);
      return Optional.empty();
    }
    ReceiverAddress to =
        receivers
            .address(subscription.get().address())
            .orElseThrow(() -> new AttemptFailed(DeliveryError.ADDRESS));
    Instant now = Instant.now();
    return switch (claim.kind()) {
      case CHALLENGE -> {
        String token = token();
        CloudEvent event = CloudEvent.challenge(claim.delivery(), source, token, now);
        yield Optional.of(message(to, subscription.get(), event, now, token));
      }
      case CURSOR_GONE -> {
        CloudEvent event = CloudEvent.gone(claim.delivery(), source, claim.cursor(), now);
        yield Optional.of(message(to, subscription.get(), event, now, null));
      }
      case CHANGE ->
          change(claim, subscription.get().wanted(caller.get()))
              .map(event -> message(to, subscription.get(), event, now, null));
    };
  }

  private Optional<CloudEvent> change(Claim claim, ChangeFeed.Wanted wanted) {
    Optional<CloudEvent> event =
        place(claim)
            .flatMap(place -> feed.at(wanted, place, head(place)))
            .map(change -> CloudEvent.of(claim.delivery(), source, change));
    if (event.isEmpty()) {
      queue.withhold(claim);
    }
    return event;
  }

  /** The place in the feed, where it is still this one. */
  private Optional<Place> place(Claim claim) {
    try {
      return Optional.of(cursors.read(claim.cursor()))
          .filter(place -> place.epoch().equals(positions.head().epoch()));
    } catch (Problem gone) {
      return Optional.empty();
    }
  }

  private static Head head(Place place) {
    return new Head(place.epoch(), place.position(), false, false, null);
  }

  private static String token() {
    byte[] bytes = new byte[TOKEN_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private Message message(
      ReceiverAddress to, Subscription subscription, CloudEvent event, Instant now, String token) {
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
