package org.grappe.position;

/**
 * A place in the feed, behind the row at a position.
 *
 * @param epoch what the position belongs to
 * @param position 0 is before the first row
 * @param fingerprint of the row, 0 for none: another row at this position has another
 */
public record Place(String epoch, long position, long fingerprint) {}
