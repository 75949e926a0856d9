/** What can be wrong with a service and what it stands on, and what to do then. */
package org.grappe.cli.doctor;
