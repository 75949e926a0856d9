package org.grappe.sharing;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.problem.Problems;
import org.grappe.record.StoredRecord;
import org.grappe.value.Reason;
import org.grappe.value.References;
import org.grappe.value.Statement;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An event in the calendar of a cluster that does not host it: asked for, accepted or refused. */
@Entity
@Table(name = "shares")
class Share extends StoredRecord<Share.Content> {
  @Embedded private Content content;

  @Column(updatable = false)
  private UUID event;

  @SuppressWarnings("unused") // what SQL asks for
  private UUID convention;

  private LocalDate acceptedOn;
  private LocalDate refusedOn;
  private boolean answered;

  /**
   * A share as a request writes it.
   *
   * @param cluster with which cluster
   * @param on the day on which it is asked for; today where absent
   */
  @Embeddable
  @Schema(name = "NewShare", description = "A wish to share an event.")
  record Content(
      @NotNull @References(table = "clusters", by = "slug") UUID cluster,
      @Column(name = "requested_on") LocalDate on,
      @Size(max = 500) @References(table = "sources") List<UUID> sources,
      @Size(max = 200) @JdbcTypeCode(SqlTypes.JSON) List<@Valid Statement> statements,
      @Size(max = 4000) String remarks) {

    Content asked(LocalDate day) {
      return new Content(cluster, day, sources, statements, remarks);
    }

    private Content with(Reason why) {
      return new Content(
          cluster, on, why.sourcesAddedTo(sources), why.addedTo(statements), remarks);
    }
  }

  @Override
  public Content content() {
    return content;
  }

  @Override
  protected void write(Content next) {
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
  Content accept(ShareAnswer answer, LocalDate today, UUID under) {
    requireUnanswered();
    LocalDate on = answer.on(content.on(), today);
    acceptedOn = acceptedOn == null || answer.on() != null ? on : acceptedOn;
    convention = under;
    answered = true;
    return content.with(answer.why(on));
  }

  /** The partner declines, or takes the event out of its calendar again. */
  Content refuse(ShareAnswer answer, LocalDate today) {
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
