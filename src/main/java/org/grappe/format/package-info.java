/** How an answer is written: JSON, CSV, NDJSON, its entity tag and its links. */
package org.grappe.format;
