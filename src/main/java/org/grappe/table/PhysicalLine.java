package org.grappe.table;

/**
 * A line of a file as an editor counts them.
 *
 * @param number from 1
 * @param text without its line end
 * @param end its line end; empty for the last line
 * @param isUtf8 false where it had to be read as Windows-1252
 * @param isWhole false where it is longer than any line is, or holds what no text holds
 */
record PhysicalLine(long number, String text, String end, boolean isUtf8, boolean isWhole) {}
