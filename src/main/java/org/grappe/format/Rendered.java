package org.grappe.format;

/**
 * What is answered, and its entity tag.
 *
 * @param bytes UTF-8
 * @param etag as it stands in the header
 * @param type the media type
 */
@SuppressWarnings("ArrayRecordComponent") // handed from the renderer to the wire, never compared
public record Rendered(byte[] bytes, String etag, String type) {
  /** JSON, as most answers are. */
  public Rendered(byte[] bytes, String etag) {
    this(bytes, etag, "application/json");
  }
}
