package org.grappe.subsidy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import java.util.stream.Stream;
import org.grappe.query.View;
import org.grappe.record.ClusterLocks;
import org.grappe.record.Rights;

/** What is entered in a line one by one: the steps of its ledger, and payments. */
@ApplicationScoped
class SubsidyEntries {
  private final SubsidyLines lines;
  private final SubsidyParts parts;
  private final SubsidyRules rules;
  private final Rights rights;
  private final ClusterLocks locks;

  SubsidyEntries(
      SubsidyLines lines,
      SubsidyParts parts,
      SubsidyRules rules,
      Rights rights,
      ClusterLocks locks) {
    this.lines = lines;
    this.parts = parts;
    this.rules = rules;
    this.rights = rights;
    this.locks = locks;
  }

  /** Adds a step to a line's ledger; answers where it is. */
  Response append(String id, Step step) {
    SubsidyLine line = lines.required(id);
    // a reversal of what made it the heir looks for such steps
    locks.share(Stream.ofNullable(step.assignedTo()).toList());
    lines.records().updateBySystem(line, line.following(step));
    Step last = line.content().steps().get(line.content().steps().size() - 1);
    rules.check(line, last);
    lines.flush();
    return made(line, "steps", last.id(), parts.step(id, last.id().toString(), null));
  }

  /** Adds a payment. */
  Response pay(String id, Payment payment) {
    SubsidyLine line = lines.required(id);
    lines.records().updateBySystem(line, line.content());
    rules.check(line, payment);
    Payment paid = line.pay(payment);
    lines.flush();
    return made(line, "payments", paid.id(), parts.payment(id, paid.id().toString(), null));
  }

  private Response made(SubsidyLine line, String part, UUID id, View shown) {
    rights.madePart(lines.owners(line), "subsidy_lines", line.id(), id);
    URI at = URI.create("/api/v1/subsidy-lines/" + line.id() + "/" + part + "/" + id);
    return Response.created(at).entity(shown).build();
  }

  /** Takes out a payment that was entered by mistake. */
  void unpay(String id, String payment) {
    SubsidyLine line = lines.required(id);
    UUID mistaken = parts.payment(id, payment, null).id();
    lines.records().requireVersion(0);
    lines.records().updateBySystem(line, line.content());
    line.unpay(mistaken);
    lines.flush();
  }
}
