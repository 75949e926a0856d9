package org.grappe.cluster;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a cluster is on a day: the first that fits. */
@Schema(name = "ClusterStatus")
enum ClusterStatus {
  MERGED,
  DIVIDED,
  DISSOLVED,
  ACTIVE,
  ANNOUNCED
}
