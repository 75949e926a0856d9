/** Numbers reported about regions, their sectors and clusters. */
package org.grappe.figure;
