/** Problem details for every fault, in English and French (RFC 9457). */
package org.grappe.problem;
