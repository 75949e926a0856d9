/** Rules by which something takes place again and again (RFC 5545): no framework, no database. */
package org.grappe.recurrence;
