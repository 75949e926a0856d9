/** The start of the service: with a PostgreSQL of its own where no other is configured. */
package org.grappe.embedded;
