/** Numbers reported about regions, their sectors, clusters, their events and mergers. */
package org.grappe.figure;
