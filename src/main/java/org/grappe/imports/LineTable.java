package org.grappe.imports;

import org.grappe.table.Columns;
import org.grappe.table.TableColumn;

/**
 * The temporary table in which the lines of a file lie, each with its place {@code n} from 0, its
 * line in the file and whether it is left out.
 *
 * @param columns those of the file
 * @param name what the table is called
 * @param kept its columns after the first three, as SQL declares them
 */
public record LineTable<C extends Enum<C> & TableColumn>(
    Columns<C> columns, String name, String kept) {}
