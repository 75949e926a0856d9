package org.grappe.cluster;

import org.grappe.query.View;
import org.grappe.value.Ref;

/** What exists only inside its cluster, as it is answered. */
interface OwnedView extends View {
  Ref cluster();
}
