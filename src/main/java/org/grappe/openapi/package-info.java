/** Completes the OpenAPI document at build time with what the contract says of every operation. */
package org.grappe.openapi;
