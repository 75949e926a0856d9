/** The demo data set: what five press articles report. */
package org.grappe.demo;
