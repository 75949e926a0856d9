package org.grappe.query;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.grappe.database.Statements;

/** What the sources are called that records cite; told by the feature that has them. */
public interface SourceTitles {

  /** The titles of those that there are, found with one statement. */
  Map<UUID, String> of(Collection<UUID> ids, Statements database);
}
