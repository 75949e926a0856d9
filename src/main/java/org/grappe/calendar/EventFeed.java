package org.grappe.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.grappe.event.EventListing;
import org.grappe.format.Rendered;
import org.grappe.http.PublicAddress;
import org.grappe.problem.Problems;
import org.grappe.query.ListReader;
import org.grappe.query.Listing;
import org.grappe.value.Digest;

/** What events are new. */
@ApplicationScoped
class EventFeed {
  static final Listing<EventNews> LISTING = EventListing.of(EventNews.class).sortedBy("-createdAt");

  private final ListReader reader;
  private final PublicAddress address;
  private final UriInfo uri;

  EventFeed(ListReader reader, PublicAddress address, UriInfo uri) {
    this.reader = reader;
    this.address = address;
    this.uri = uri;
  }

  Rendered feed() {
    for (String paging : List.of("cursor", "count")) {
      if (uri.getQueryParameters().containsKey(paging)) {
        throw Problems.parameter(paging, "parameter.unknown", paging);
      }
    }
    List<EventNews> events = reader.page(LISTING).getItems();
    byte[] bytes = new AtomFeed(events, address.base(), address.requested()).bytes();
    String tag = "\"" + Digest.shortHash(bytes) + "\"";
    return new Rendered(bytes, tag, AtomFeed.TYPE + ";charset=utf-8");
  }
}
