package org.grappe.webhook;

/**
 * How a receiver stood as an attempt ended.
 *
 * @param fails whether it has taken nothing since it failed
 * @param pauses so many pauses it has had since then
 * @param isLong whether that is so long that it is not for what was sent that it failed
 * @param isOlder whether the attempt began before the last of them did
 */
record Standing(boolean fails, int pauses, boolean isLong, boolean isOlder) {}
