package org.grappe.cli;

import picocli.CommandLine.Command;

/** {@code grappe key}: who may write, and where. */
@Command(name = "key")
final class KeyCommand {}
