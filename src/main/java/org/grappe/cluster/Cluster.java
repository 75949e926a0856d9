package org.grappe.cluster;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.grappe.problem.Problems;
import org.grappe.record.StoredRecord;
import org.grappe.value.Names;
import org.grappe.value.PartialDate;
import org.grappe.value.Reason;

/** An association of businesses of one trade in one territory. */
@Entity
@Table(name = "clusters")
class Cluster extends StoredRecord<ClusterContent> {
  @Embedded private ClusterContent content;

  @Override
  public ClusterContent content() {
    return content;
  }

  /** The slug stays; a name that changes stays findable among the others. */
  @Override
  protected void write(ClusterContent next) {
    if (content != null && !content.slug().equals(next.slug())) {
      throw Problems.validationFailed("/slug", "slug.fixed", content.slug());
    }
    String former = content == null ? null : content.name();
    content = next.withOtherNames(Names.keeping(former, next.name(), next.otherNames()));
  }

  /** What is written when the cluster ends; the reason is kept as a statement. */
  ClusterContent dissolved(PartialDate on, String reason, List<UUID> sources) {
    if (content.dissolvedOn() != null) {
      throw Problems.of(
          ClusterProblems.OUTSIDE_CLUSTER_LIFE,
          "cluster.dissolved",
          content.name(),
          content.dissolvedOn());
    }
    if (content.foundedOn() != null && content.foundedOn().isSurelyAfter(on)) {
      throw Problems.validationFailed("/on", "date.before", content.foundedOn());
    }
    return content.withDissolution(on, new Reason("dissolvedOn", on, reason, sources));
  }
}
