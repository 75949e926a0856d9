package org.grappe.query;

import java.time.Instant;
import java.util.Optional;

/** Who may read the registry as it stood; told by what knows whose records are. */
public interface PastReaders {

  /**
   * Lets the caller look back at what belongs to a record, or at a whole collection.
   *
   * @param owner the record that the address names; none where it is a collection
   * @param cluster the cluster to which the collection is narrowed, by slug or id
   * @throws org.grappe.problem.Problem {@code unauthenticated}, {@code forbidden}; {@code
   *     not-settled-yet} where the instant is not past
   */
  void require(Instant known, Optional<Scope.Owner> owner, Optional<String> cluster);
}
