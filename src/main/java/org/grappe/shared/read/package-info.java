/** Lists and single records: filters, orders, keyset pages, and what a row becomes. */
package org.grappe.shared.read;
