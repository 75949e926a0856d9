package org.grappe.position;

/**
 * How far the positions go: the version of the whole registry. Where epoch and position are equal
 * and nothing is pending, no record has been written in between.
 *
 * @param epoch what positions can be compared within: another server has another, and so has this
 *     one after some were lost
 * @param position the last position, 0 where nothing was ever written
 * @param pending whether something is committed that has no position yet
 * @param replica whether this database only follows another, which gives the positions
 * @param life where it is another, answers may be others though the position is the same; null
 *     where it was not looked at
 */
public record Head(String epoch, long position, boolean pending, boolean replica, String life) {}
