/** The regions of INSEE, old and new. */
package org.grappe.region;
