/** Safe retries: a write that is sent again with its key is answered as it was the first time. */
package org.grappe.retry;
