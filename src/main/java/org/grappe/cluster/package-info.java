/** Clusters, and what exists only inside them: colleges, mandates, offices. */
package org.grappe.cluster;
