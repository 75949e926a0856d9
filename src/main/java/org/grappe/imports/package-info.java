/**
 * Files that are taken up: how they arrive, wait, go on after the answer, are told of and stopped.
 */
package org.grappe.imports;
