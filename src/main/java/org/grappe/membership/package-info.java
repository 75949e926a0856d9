/** Organisations belonging to clusters for a time. */
package org.grappe.membership;
