/**
 * The edge of the service: heads of requests, routes, formats, origins, limits, the log, problems
 * answered.
 */
package org.grappe.http;
