/**
 * Statements, snapshots and transactions: when one is tried again, and what it means where the
 * database refuses.
 */
package org.grappe.database;
