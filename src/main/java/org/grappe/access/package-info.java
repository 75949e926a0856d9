/** Who calls: API keys, bearer tokens, and how often each may call. */
package org.grappe.access;
