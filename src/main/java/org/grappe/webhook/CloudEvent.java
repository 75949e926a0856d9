package org.grappe.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.grappe.change.Change;

/**
 * What is sent: a CloudEvent 1.0 in its structured mode.
 *
 * @param id that of the delivery, however often it is sent
 * @param subject the record, by type and id
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
  "specversion",
  "id",
  "source",
  "type",
  "subject",
  "time",
  "datacontenttype",
  "data"
})
record CloudEvent(
    String specversion,
    UUID id,
    String source,
    String type,
    String subject,
    Instant time,
    String datacontenttype,
    Object data) {
  static final String MEDIA_TYPE = "application/cloudevents+json";
  private static final String TYPE = "org.grappe.";

  /** A change of a record, told as the feed tells it. */
  static CloudEvent of(UUID id, String source, Change change) {
    return event(
        id,
        source,
        "record." + change.action().name().toLowerCase(Locale.ROOT),
        change.type() + "/" + change.id(),
        change.at(),
        change);
  }

  /** The question whether the receiver wants to be sent to. */
  static CloudEvent challenge(UUID id, String source, String token, Instant now) {
    return event(id, source, "webhook.challenge", null, now, Map.of("challenge", token));
  }

  /** That something was lost, and where to begin anew. */
  static CloudEvent gone(UUID id, String source, String cursor, Instant now) {
    return event(
        id,
        source,
        "webhook.cursor-gone",
        null,
        now,
        Map.of("cursor", cursor, "export", "/api/v1/export"));
  }

  private static CloudEvent event(
      UUID id, String source, String type, String subject, Instant time, Object data) {
    return new CloudEvent("1.0", id, source, TYPE + type, subject, time, "application/json", data);
  }
}
