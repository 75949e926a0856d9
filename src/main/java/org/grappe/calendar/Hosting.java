package org.grappe.calendar;

import java.time.LocalDate;
import java.util.UUID;
import org.grappe.event.EventScope;

/**
 * Who hosts what is imported.
 *
 * @param scope of what is new
 * @param ended the day from which the cluster is no more; null while it is
 */
record Hosting(UUID cluster, EventScope scope, LocalDate ended) {}
