/** Who comes to an event, and who waits for a place. */
package org.grappe.registration;
