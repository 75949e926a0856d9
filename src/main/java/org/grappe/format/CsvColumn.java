package org.grappe.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;

/**
 * A column.
 *
 * @param type what its cells hold in Java; whatever has no type of its own in a table is text there
 * @param cell finds what stands in it in the JSON of a row
 */
record CsvColumn(String name, Class<?> type, Function<JsonNode, JsonNode> cell) {}
