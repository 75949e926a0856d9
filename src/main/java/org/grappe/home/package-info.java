/** What a visitor asks for first who knows no more than the host: people, programs, robots. */
package org.grappe.home;
