package org.grappe.query;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The formats of a list: pages are JSON, the others have all of it. */
final class ListFormat {
  private static final List<MediaType> FORMATS =
      List.of(
          MediaType.APPLICATION_JSON_TYPE,
          MediaType.valueOf("text/csv"),
          MediaType.valueOf("application/x-ndjson"));

  private ListFormat() {}

  /** Whether the format that the caller likes best is one that has all of it. */
  static boolean isWhole(HttpHeaders headers) {
    String accepted = headers.getHeaderString(HttpHeaders.ACCEPT);
    return accepted != null
        && !accepted.equals(MediaType.APPLICATION_JSON)
        && !PreferredType.of(headers.getAcceptableMediaTypes(), FORMATS)
            .equals(MediaType.APPLICATION_JSON_TYPE);
  }
}
