/** Who makes the request that is being served. */
package org.grappe.shared.caller;
