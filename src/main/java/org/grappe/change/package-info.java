/**
 * What has changed in the registry since a place that a caller keeps, told to each by its rights.
 */
package org.grappe.change;
