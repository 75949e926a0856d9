/**
 * Money: subsidy lines with their funders, their ledger of steps, their payments and their sums.
 */
package org.grappe.subsidy;
