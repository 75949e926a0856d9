/**
 * Public answers kept in memory as the bytes that were sent (RFC 9111 names the parts), and sent
 * again as long as nothing was written in the registry.
 */
package org.grappe.cache;
