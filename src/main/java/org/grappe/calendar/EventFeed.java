package org.grappe.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.grappe.event.EventListing;
import org.grappe.format.Rendered;
import org.grappe.http.PublicAddress;
import org.grappe.query.Listing;
import org.grappe.query.WholeLists;
import org.grappe.value.Digest;

/** What events are new. */
@ApplicationScoped
class EventFeed {
  static final Listing<EventNews> LISTING = EventListing.of(EventNews.class).sortedBy("-createdAt");

  private final WholeLists lists;
  private final PublicAddress address;

  EventFeed(WholeLists lists, PublicAddress address) {
    this.lists = lists;
    this.address = address;
  }

  Rendered feed() {
    List<EventNews> events = lists.first(LISTING);
    byte[] bytes = new AtomFeed(events, address.base(), address.requested()).bytes();
    String tag = "\"" + Digest.shortHash(bytes) + "\"";
    return new Rendered(bytes, tag, AtomFeed.TYPE + ";charset=utf-8");
  }
}
