/** Programmes: actions with participants in waves, and roadmaps with priorities. */
package org.grappe.programme;
