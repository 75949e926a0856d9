/** What all records share: the base of repositories, versions, rights, signatures, history. */
package org.grappe.record;
