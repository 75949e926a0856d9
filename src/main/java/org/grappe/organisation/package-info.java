/** Legal bodies: companies, funders, public authorities, networks. */
package org.grappe.organisation;
