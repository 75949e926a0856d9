/** How long clients may take to ask and to listen, and how much they may send at once. */
package org.grappe.connection;
