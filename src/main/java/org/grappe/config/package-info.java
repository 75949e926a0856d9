/** The settings of the service, and what time it is for it. */
package org.grappe.config;
