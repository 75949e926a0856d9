/** What every feature speaks: dates, references, identifiers and statements. */
package org.grappe.shared;
