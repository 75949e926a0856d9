package org.grappe.record;

import java.util.Optional;
import java.util.UUID;

/** Finds a cluster by a name that requests have for it; told by the feature that has them. */
public interface ClusterNames {

  /** The id of the cluster of this slug or id; empty where there is none. */
  Optional<UUID> find(String key);
}
