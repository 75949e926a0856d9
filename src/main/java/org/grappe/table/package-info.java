/** Tables that people bring from spreadsheets: read tolerantly, with a report for each line. */
package org.grappe.table;
