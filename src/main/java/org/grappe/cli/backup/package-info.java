/** The whole database in one file, and back: what is written is read again before it counts. */
package org.grappe.cli.backup;
