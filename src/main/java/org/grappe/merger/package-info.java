/** Clusters becoming one: mergers, their ballots, their completion, and what descends from what. */
package org.grappe.merger;
