/** Events as calendars: ICS and Atom, given and taken up. */
package org.grappe.calendar;
