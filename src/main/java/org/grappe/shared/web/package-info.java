/** What HTTP asks of every answer: formats, entity tags, headers. */
package org.grappe.shared.web;
