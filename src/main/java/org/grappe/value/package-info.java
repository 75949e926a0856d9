/**
 * What every feature speaks: partial dates, money, legal numbers, references, statements, and what
 * is wrong with them.
 */
package org.grappe.value;
