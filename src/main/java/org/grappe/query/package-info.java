/** What a collection can be asked: filters, orders, keyset cursors, and rows into records. */
package org.grappe.query;
