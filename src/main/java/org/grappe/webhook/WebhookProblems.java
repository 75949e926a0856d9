package org.grappe.webhook;

import java.util.List;
import org.grappe.problem.FeatureProblems;
import org.grappe.problem.ProblemType;

/** What stands against a change of a webhook. */
public final class WebhookProblems implements FeatureProblems {
  static final ProblemType TOO_MANY_WEBHOOKS = new ProblemType("too-many-webhooks", 409);
  static final ProblemType WEBHOOK_NOT_SENDING = new ProblemType("webhook-not-sending", 409);

  @Override
  public List<ProblemType> types() {
    return List.of(TOO_MANY_WEBHOOKS, WEBHOOK_NOT_SENDING);
  }
}
