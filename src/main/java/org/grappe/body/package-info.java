/** Bodies of requests: read strictly, all violations at once, merge patches. */
package org.grappe.body;
