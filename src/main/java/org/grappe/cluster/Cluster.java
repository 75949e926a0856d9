package org.grappe.cluster;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.grappe.period.Period;
import org.grappe.period.Timeline;
import org.grappe.problem.Problems;
import org.grappe.record.StoredRecord;
import org.grappe.value.PartialDate;
import org.grappe.value.Reason;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An association of businesses of one trade in one territory. */
@Entity
@Table(name = "clusters")
class Cluster extends StoredRecord<ClusterContent> {
  @Embedded private ClusterContent content;

  @JdbcTypeCode(SqlTypes.JSON)
  private List<Period> periods = List.of();

  /** Written by a merger alone. */
  @Column(insertable = false, updatable = false)
  private UUID followedBy;

  /** Written by a division alone. */
  @Column(insertable = false, updatable = false)
  private List<UUID> dividedInto = List.of();

  @Override
  public ClusterContent content() {
    return content;
  }

  Timeline timeline() {
    return Timeline.of(periods, id(), content.values());
  }

  /** What it is on a day. */
  ClusterContent on(LocalDate day) {
    return content.withValues(timeline().on(day));
  }

  /**
   * Nothing changes of a cluster that is no more.
   *
   * @param field which field says when it shall change
   * @param today by whose name it is told
   * @throws org.grappe.problem.Problem {@code outside-cluster-life}
   */
  void requireThere(PartialDate day, String field, LocalDate today) {
    PartialDate ended = content.dissolvedOn();
    if (ended != null && !day.firstDay().isBefore(ended.lastDay())) {
      throw ClusterProblems.begunAfterEnd(field, on(today).name(), ended.text());
    }
  }

  /** Takes other periods; what its own fields are then, those of the first. */
  ClusterContent through(Timeline next) {
    periods = next.stored();
    return content.withValues(next.first());
  }

  /** What is stored of it where it is this on a day. */
  ClusterContent corrected(LocalDate day, ClusterContent next) {
    Timeline right = timeline().corrected(day, next.values());
    periods = right.stored();
    return next.withValues(right.first());
  }

  /** When a party ended, its merger says. */
  @Override
  protected void write(ClusterContent next) {
    if (hasBecomeOthers() && !Objects.equals(content.dissolvedOn(), next.dissolvedOn())) {
      throw Problems.validationFailed("/dissolvedOn", "cluster.merged", content.dissolvedOn());
    }
    content = next;
  }

  /** By a merger, a takeover or a split, which says when it ended. */
  private boolean hasBecomeOthers() {
    return followedBy != null || !dividedInto.isEmpty();
  }

  /** What must be so for its end to be taken back. */
  void requireEnded(LocalDate today) {
    if (content.dissolvedOn() == null) {
      throw Problems.of(ClusterProblems.NOTHING_TO_UNDO, "cluster.not-dissolved", on(today).name());
    }
  }

  /** What is written when it turns out not to have ended. */
  ClusterContent revived(LocalDate on, String reason, List<UUID> sources) {
    if (hasBecomeOthers()) {
      throw Problems.of(ClusterProblems.REVERSAL_BLOCKED, "cluster.merged", content.dissolvedOn());
    }
    Reason why = new Reason("dissolvedOn", PartialDate.of(on), reason, sources);
    return content.withDissolution(null, why);
  }

  /** What is written when the cluster ends; the reason is kept as a statement. */
  ClusterContent dissolved(PartialDate on, LocalDate today, String reason, List<UUID> sources) {
    if (content.dissolvedOn() != null) {
      throw Problems.of(
              ClusterProblems.OUTSIDE_CLUSTER_LIFE,
              "cluster.dissolved",
              on(today).name(),
              content.dissolvedOn())
          .withMember("field", "on")
          .withMember("bound", content.dissolvedOn().text());
    }
    if (content.foundedOn() != null && content.foundedOn().isSurelyAfter(on)) {
      throw Problems.validationFailed("/on", "date.before", content.foundedOn());
    }
    return content.withDissolution(on, new Reason("dissolvedOn", on, reason, sources));
  }
}
