package org.grappe.sharing;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.grappe.problem.Problems;
import org.grappe.record.StoredRecord;

/** An event in the calendar of a cluster that does not host it: asked for, accepted or refused. */
@Entity
@Table(name = "shares")
class Share extends StoredRecord<ShareContent> {
  @Embedded private ShareContent content;

  @Column(updatable = false)
  private UUID event;

  @SuppressWarnings("unused") // what SQL asks for
  private UUID convention;

  private LocalDate acceptedOn;
  private LocalDate refusedOn;
  private boolean answered;

  @Override
  public ShareContent content() {
    return content;
  }

  @Override
  protected void write(ShareContent next) {
    content = next;
  }

  void of(UUID shared, UUID under) {
    event = shared;
    convention = under;
  }

  UUID event() {
    return event;
  }

  boolean isRefused() {
    return refusedOn != null;
  }

  /** Asks again, after a refusal. */
  void askAgain(UUID under) {
    convention = under;
    acceptedOn = null;
    refusedOn = null;
    answered = false;
  }

  /** Lets it stand before the partner has spoken; only an administrator may. */
  void acceptForPartner(LocalDate on) {
    acceptedOn = on;
  }

  /** The partner accepts, once. */
  ShareContent accept(ShareAnswer answer, LocalDate today, UUID under) {
    requireUnanswered();
    LocalDate on = answer.on(content.on(), today);
    acceptedOn = acceptedOn == null || answer.on() != null ? on : acceptedOn;
    convention = under;
    answered = true;
    return content.with(answer.why(on));
  }

  /** The partner declines, or takes the event out of its calendar again. */
  ShareContent refuse(ShareAnswer answer, LocalDate today) {
    if (refusedOn != null) {
      throw Problems.of(SharingProblems.ALREADY_SHARED, "share.refused-already", refusedOn);
    }
    refusedOn = answer.on(content.on(), today);
    answered = true;
    return content.with(answer.why(refusedOn));
  }

  private void requireUnanswered() {
    if (refusedOn != null) {
      throw Problems.of(SharingProblems.ALREADY_SHARED, "share.refused-already", refusedOn);
    }
    if (answered) {
      throw Problems.of(SharingProblems.ALREADY_SHARED, "share.accepted-already", acceptedOn);
    }
  }
}
