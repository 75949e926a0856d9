/** What every write shares: bodies read strictly, merge patches, versions, safe retries. */
package org.grappe.shared.write;
