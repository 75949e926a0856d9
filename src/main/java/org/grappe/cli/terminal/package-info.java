/** How commands speak with who typed them: streams, languages, questions, exit codes. */
package org.grappe.cli.terminal;
