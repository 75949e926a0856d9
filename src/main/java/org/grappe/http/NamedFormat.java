package org.grappe.http;

/**
 * An address that says its format.
 *
 * @param path where what it shows is found, in that format among others
 */
record NamedFormat(String path, String type) {}
