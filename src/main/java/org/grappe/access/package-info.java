/** Who calls, and what they may do. */
package org.grappe.access;
