package org.grappe.cluster;

import java.util.UUID;
import org.grappe.value.PartialDate;

/**
 * Says, within the transaction, that a cluster ends, so that each feature ends what it has open.
 *
 * @param cluster which
 * @param on the day from which it no longer exists
 */
public record ClusterDissolved(UUID cluster, PartialDate on) {}
