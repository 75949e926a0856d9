/** What takes place: events, their occurrences, and who hosts them. */
package org.grappe.event;
