/** Changes sent to those who asked for them, signed, at least once and in order for each record. */
package org.grappe.webhook;
