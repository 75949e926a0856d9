/** Who makes the request that is being served, and what he may do. */
package org.grappe.caller;
