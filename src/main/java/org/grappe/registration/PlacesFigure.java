package org.grappe.registration;

import org.grappe.event.EventFigure;

/** How many places are taken, where the event takes or has registrations. */
public final class PlacesFigure implements EventFigure {
  @Override
  public String column() {
    return """
      (select jsonb_strip_nulls(jsonb_build_object(
          'capacity', e.capacity, 'confirmed', p.confirmed, 'waiting', p.waiting))
        from event_places p
        where p.event = e.id and (p.confirmed + p.waiting > 0 or (
          offers_places(e.capacity, e.registrations_open)
          and event_status(e.cancelled_on, e.last_on, :on) = 'PLANNED'))) as places""";
  }
}
