package org.grappe.record;

import java.util.Optional;
import java.util.UUID;

/**
 * Which cluster a request means that names one by its id, its slug or one that it had; told by the
 * feature that has them.
 */
public interface ClusterNames {

  /** The one that is named so; empty where there is none. */
  Optional<UUID> find(String key);

  /** The same whether or not it has been deleted since, for a slug never comes free. */
  Optional<UUID> everNamed(String key);
}
