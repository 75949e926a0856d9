/** What a record was for a time: names, places and numbers that change in the world on a day. */
package org.grappe.period;
