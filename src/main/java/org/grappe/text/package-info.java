/** The octets of a file as lines of text, whatever program wrote them. */
package org.grappe.text;
