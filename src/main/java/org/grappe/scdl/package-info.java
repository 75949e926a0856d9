/** Subsidy lines in the French open-data format (SCDL <em>subventions</em> 2.1.1). */
package org.grappe.scdl;
