/** A service as its callers have it: its address, a key, answers and refusals. */
package org.grappe.cli.remote;
