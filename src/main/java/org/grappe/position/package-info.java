/**
 * Numbers what was committed, so that all after a position can be asked for and nothing is missed.
 */
package org.grappe.position;
