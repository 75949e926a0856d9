package org.grappe.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.grappe.database.Constraints;

/** How many webhooks each caller has. */
@ApplicationScoped
class WebhookConstraints implements Constraints {
  /** Of two who take the same place at once, one takes the next. */
  @Override
  public Set<String> retried() {
    return Set.of("uq_webhooks_slot");
  }
}
