package org.grappe.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.grappe.config.GrappeConfig;
import org.grappe.copy.Contents;
import org.grappe.database.Database;
import org.grappe.event.EventListing;
import org.grappe.http.PublicAddress;
import org.grappe.problem.Problems;
import org.grappe.query.ListExport;
import org.grappe.query.ListReader;
import org.grappe.query.Listing;
import org.grappe.query.PathId;
import org.grappe.query.Scope;
import org.grappe.query.WholeLists;

/** Events as calendars. */
@ApplicationScoped
class EventCalendars {
  static final Listing<CalendarRow> LISTING = listing(ToldUids.IN_LIST);
  private static final Listing<CalendarRow> ONE = listing(ToldUids.AT_HOST);

  private final ListReader reader;
  private final WholeLists lists;
  private final Database database;
  private final PublicAddress address;
  private final UriInfo uri;
  private final GrappeConfig config;

  EventCalendars(
      ListReader reader,
      WholeLists lists,
      Database database,
      PublicAddress address,
      UriInfo uri,
      GrappeConfig config) {
    this.reader = reader;
    this.lists = lists;
    this.database = database;
    this.address = address;
    this.uri = uri;
    this.config = config;
  }

  private static Listing<CalendarRow> listing(String twin) {
    return EventListing.of(CalendarRow.class, ", e.changed, :on::date as day, " + twin);
  }

  /** All events that the request's filters find. */
  Contents feed() {
    ListExport<CalendarRow> rows = lists.all(LISTING);
    return new CalendarOfEvents(
        rows,
        Optional.ofNullable(uri.getQueryParameters().getFirst("cluster"))
            .map(one -> CalendarTitle.of(database.at(rows.known()), one, rows.day()))
            .orElse(CalendarTitle.ofAll()),
        config.zone(),
        address.base(),
        address.registry(),
        address.requested());
  }

  /** One event. */
  Contents one(String id, String on, String knownAt) {
    CalendarRow row =
        reader
            .one(
                ONE,
                Scope.id(ONE, PathId.of(id)),
                reader.asOf(on, knownAt, new Scope.Owner("events", id)))
            .orElseThrow(() -> Problems.notFound("events", id));
    return new CalendarOfOne(
        row, config.zone(), address.base(), address.registry(), address.requested());
  }
}
