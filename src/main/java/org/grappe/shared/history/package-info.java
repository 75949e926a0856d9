/** What became of each record, write by write, as the database itself keeps it. */
package org.grappe.shared.history;
