package org.grappe.table;

import java.util.List;

/**
 * What a column is called.
 *
 * @param title in the contract
 * @param titles by people, the more exact ones first
 * @param alarms the words, several apart by spaces, that make an unknown title look like this
 *     column; empty for one without which nothing false is made of a line
 */
public record ColumnNames(String title, List<String> titles, List<String> alarms) {}
