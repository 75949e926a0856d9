package org.grappe.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.grappe.event.calendar.CalendarWriter;
import org.grappe.shared.GrappeConfig;
import org.grappe.shared.Slugs;
import org.grappe.shared.problem.Fault;
import org.grappe.shared.problem.Problems;
import org.grappe.shared.read.Database;
import org.grappe.shared.read.Listing;
import org.grappe.shared.read.Page;
import org.grappe.shared.read.Reader;
import org.grappe.shared.read.Scope;
import org.grappe.shared.web.PublicAddress;
import org.grappe.shared.web.Spool;
import org.grappe.shared.web.Spooled;

/** Writes events as calendars, in one statement and constant memory however many they are. */
@ApplicationScoped
class EventCalendars {
  static final Listing<CalendarRow> LISTING =
      EventListing.of(
          CalendarRow.class,
          EventListing.COLUMNS
              + """
              , e.changed, :on::date as day, (
                select c.name from clusters c
                where c.slug = :cluster or c.id::text = lower(:cluster)) as calendar""");

  private static final String TYPE = CalendarWriter.TYPE + ";charset=utf-8";

  /** What a list takes and a calendar, which is whole, does not. */
  private static final List<String> PAGING = List.of("limit", "cursor", "count");

  private final Reader reader;
  private final Database database;
  private final PublicAddress address;
  private final UriInfo uri;
  private final GrappeConfig config;

  EventCalendars(
      Reader reader, Database database, PublicAddress address, UriInfo uri, GrappeConfig config) {
    this.reader = reader;
    this.database = database;
    this.address = address;
    this.uri = uri;
    this.config = config;
  }

  /** All events that the request's filters find. */
  Spooled feed() {
    List<Fault> faults =
        PAGING.stream()
            .filter(uri.getQueryParameters()::containsKey)
            .map(name -> Fault.parameter(name, "parameter.unknown", name))
            .toList();
    if (!faults.isEmpty()) {
      throw Problems.parameters(faults);
    }
    return written(reader.all(LISTING), null);
  }

  /** One event. */
  Spooled one(String id, String on) {
    CalendarRow row =
        reader
            .one(LISTING, Scope.id(LISTING, Slugs.pathId(id)), reader.day(on))
            .orElseThrow(() -> Problems.notFound("events", id));
    return written(taker -> taker.accept(row), row.name());
  }

  private Spooled written(Page.All<CalendarRow> rows, String name) {
    Spool spool = new Spool();
    try {
      CalendarWriter writer = new CalendarWriter(spool);
      Contents contents = new Contents(writer, address.base());
      rows.each(contents::take);
      writer.end();
      return new Spooled(
          head(name == null ? contents.name() : name, contents.undated), spool, TYPE);
    } catch (IOException full) {
      spool.close();
      throw new UncheckedIOException(full);
    } catch (RuntimeException failed) {
      spool.close();
      throw failed;
    }
  }

  private byte[] head(String name, long undated) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    new CalendarWriter(head).begin(name, config.zone().getId(), address.asked(), undated);
    return head.toByteArray();
  }

  /** Takes the rows one after the other. */
  private final class Contents {
    private final CalendarWriter writer;
    private final String base;
    private long undated;
    private Optional<String> calendar = Optional.empty();
    private boolean empty = true;

    Contents(CalendarWriter writer, String base) {
      this.writer = writer;
      this.base = base;
    }

    void take(CalendarRow row) {
      empty = false;
      calendar = Optional.ofNullable(row.calendar());
      if (!row.isDated()) {
        undated++;
        return;
      }
      try {
        writer.event(new CalendarEntry(row).event(base));
      } catch (IOException full) {
        throw new UncheckedIOException(full);
      }
    }

    /** The cluster's name where one is asked for; an empty calendar has one too. */
    String name() {
      String cluster = uri.getQueryParameters().getFirst("cluster");
      if (empty && cluster != null) {
        calendar =
            database.one(
                "select name from clusters where slug = ? or id::text = lower(?)",
                row -> row.getString(1),
                cluster,
                cluster);
      }
      return calendar.orElse("Grappe");
    }
  }
}
