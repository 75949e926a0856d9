/**
 * Answers without an end in sight: each is made once, from one snapshot, into a compressed file,
 * and sent to any number of readers, however slow, without a connection or a thread.
 */
package org.grappe.copy;
