package org.grappe.cluster;

import java.util.UUID;

/**
 * Says, within the transaction and before anything is written, that a cluster shall not have ended,
 * so that each feature can refuse it for what was built on that since.
 *
 * @param cluster which
 */
public record ClusterRevived(UUID cluster) {}
