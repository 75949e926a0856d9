/** What takes place: events, their occurrences, and the clusters in whose calendars they stand. */
package org.grappe.event;
