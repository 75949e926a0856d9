/** Agreements between clusters: whom they bind, what they cover, when they are in force. */
package org.grappe.convention;
