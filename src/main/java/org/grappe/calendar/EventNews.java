package org.grappe.calendar;

import java.time.Instant;
import java.util.UUID;
import org.grappe.event.EventKind;
import org.grappe.event.HostView;
import org.grappe.query.View;
import org.grappe.value.PartialDate;

/** An event as feed readers are told of it. */
record EventNews(
    UUID id,
    String name,
    EventKind kind,
    HostView host,
    PartialDate startsOn,
    PartialDate endsOn,
    String description,
    String venue,
    String city,
    String url,
    Instant createdAt,
    Instant updatedAt,
    long version)
    implements View {}
