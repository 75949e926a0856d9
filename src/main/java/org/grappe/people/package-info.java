/** The names of people: taken out on demand, wherever they stand. */
package org.grappe.people;
