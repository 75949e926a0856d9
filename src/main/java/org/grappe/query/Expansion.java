package org.grappe.query;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.grappe.database.Statements;

/**
 * What a reference to a record can have beside its id and name; told by the feature that has the
 * records, which has a bean of this type.
 */
public interface Expansion {

  /** What asks for it. */
  String name();

  /**
   * The members of those of these records that are its feature's, as of a day, found with one
   * statement; what is not known is null.
   */
  Map<UUID, Map<String, String>> of(Collection<UUID> ids, LocalDate day, Statements database);
}
