/** Calendars as RFC 5545 and 7986 have them, written and read; nothing of it knows the registry. */
package org.grappe.icalendar;
