package org.grappe.event;

import org.grappe.query.Listing;
import org.grappe.query.View;

/**
 * What a feature above tells of each event, by a column of its own; found in {@code
 * META-INF/services}, for what can be asked of events is known before there are beans.
 */
public interface EventFigure {
  /** The column of an event {@code e}, with its name. */
  String column();

  /** What it joins. */
  default String joined() {
    return "";
  }

  /** The same listing with filters of its own. */
  default <V extends View> Listing<V> filtered(Listing<V> events) {
    return events;
  }
}
