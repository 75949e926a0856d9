package org.grappe.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.grappe.change.ChangeFeed;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;
import org.grappe.value.Violations;

/** What a webhook must be that its members do not tell by themselves. */
@ApplicationScoped
class WebhookRules {
  private final ChangeFeed feed;
  private final Receivers receivers;

  WebhookRules(ChangeFeed feed, Receivers receivers) {
    this.feed = feed;
    this.receivers = receivers;
  }

  /**
   * Makes sure of it.
   *
   * @param before what it was; null for a new one
   * @throws Problem {@code validation-failed}
   */
  void check(WebhookContent content, WebhookContent before) {
    Violations violations = new Violations();
    List<String> types = content.types() == null ? List.of() : content.types();
    for (int i = 0; i < types.size(); i++) {
      if (!feed.types().contains(types.get(i))) {
        violations.add("/types/" + i, "type.choice", String.join(", ", feed.types()));
      }
    }
    if (before == null || !before.address().equals(content.address())) {
      receivers
          .fault(content.address())
          .ifPresent(sentence -> violations.add("/address", sentence));
    }
    Problems.raise(violations);
  }
}
