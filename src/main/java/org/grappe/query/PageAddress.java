package org.grappe.query;

import jakarta.ws.rs.core.UriBuilder;
import org.grappe.value.Ascii;

/** The address of the page that a cursor begins. */
final class PageAddress {
  private PageAddress() {}

  /** That of this path and query: most need no more than to be put together. */
  static String of(String path, String query, String cursor) {
    if (!Ascii.isOf(path, "/._-") || !Ascii.isOf(query, "=&,.:_-")) {
      return UriBuilder.fromUri(query.isEmpty() ? path : path + "?" + query)
          .replaceQueryParam("cursor", cursor)
          .build()
          .toString();
    }
    StringBuilder address = new StringBuilder(path).append('?');
    for (String parameter : query.split("&")) {
      if (!parameter.isEmpty() && !parameter.equals("cursor") && !parameter.startsWith("cursor=")) {
        address.append(parameter).append('&');
      }
    }
    return address.append("cursor=").append(cursor).toString();
  }
}
