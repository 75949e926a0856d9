/** Where statements come from: press articles, deliberations, statutes, open data. */
package org.grappe.source;
