/** The command line: each command a class. Nobody knows of it, and it knows nothing of Quarkus. */
package org.grappe.cli;
