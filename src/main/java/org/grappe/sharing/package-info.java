/** Events in the calendars of clusters that do not host them, under conventions. */
package org.grappe.sharing;
