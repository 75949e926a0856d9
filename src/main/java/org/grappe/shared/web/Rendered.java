package org.grappe.shared.web;

/**
 * An answer's JSON, and its entity tag.
 *
 * @param bytes UTF-8
 * @param etag as it stands in the header
 */
@SuppressWarnings("ArrayRecordComponent") // handed from the renderer to the wire, never compared
public record Rendered(byte[] bytes, String etag) {}
