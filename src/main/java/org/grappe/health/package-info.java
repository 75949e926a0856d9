/** Whether the service can serve, told without asking what it serves with. */
package org.grappe.health;
