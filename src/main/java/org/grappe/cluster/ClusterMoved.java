package org.grappe.cluster;

import java.util.Map;
import java.util.UUID;
import org.grappe.value.PartialDate;

/**
 * Says, within the transaction and before anything is written, that a cluster shall have begun or
 * ended on another day, so that each feature can refuse it for what it knows.
 *
 * @param cluster which
 * @param begins the new days of those fields that say when it began, and move
 * @param ends the same of when it ended
 * @param isUnfounded whether it would be one that has not been founded, or of which nothing says
 *     when, as it was not
 */
public record ClusterMoved(
    UUID cluster,
    Map<String, PartialDate> begins,
    Map<String, PartialDate> ends,
    boolean isUnfounded) {}
