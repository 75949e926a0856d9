/**
 * Whose turn it is: so much at once, so much of it for one caller, and a fair line for the rest.
 */
package org.grappe.admission;
