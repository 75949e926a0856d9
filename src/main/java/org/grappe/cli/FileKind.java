package org.grappe.cli;

import org.grappe.cli.remote.Target;

/** Where a kind of file goes, as what, and how what becomes of it is told. */
record FileKind(Target target, String mediaType, FileReport report) {}
