package org.grappe.cluster;

import org.grappe.shared.Ref;
import org.grappe.shared.read.View;

/** What exists only inside its cluster, as it is answered. */
interface OwnedView extends View {
  Ref cluster();
}
