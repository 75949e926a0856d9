package org.grappe.cache;

/**
 * Which state of the registry an answer was made of, or a later one.
 *
 * @param life begins anew when nothing can be sure of what it kept
 * @param position the last position that this instance knew before the answer's statements ran, of
 *     those at which anything was written that the public reads
 */
record Version(int life, long position) {}
