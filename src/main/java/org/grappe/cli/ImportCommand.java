package org.grappe.cli;

import picocli.CommandLine.Command;

/** {@code grappe import}: a file of somebody's, tried before anything is written. */
@Command(name = "import")
final class ImportCommand {}
