package org.grappe.copy;

/** Something was taken out of the registry that nobody is to read on in what was made before. */
public record Withdrawn() {}
