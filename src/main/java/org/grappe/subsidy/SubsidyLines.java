package org.grappe.subsidy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.grappe.database.Database;
import org.grappe.record.Owners;
import org.grappe.record.Records;
import org.grappe.record.RecordsFactory;
import org.grappe.record.Repository;

/** The subsidy lines. */
@ApplicationScoped
class SubsidyLines implements Repository<SubsidyLine, SubsidyContent, SubsidyLineView> {
  private final Records<SubsidyLine, SubsidyContent, SubsidyLineView> records;
  private final Database database;
  private final SubsidyRules rules;

  SubsidyLines(RecordsFactory records, Database database, SubsidyRules rules) {
    this.records = records.of(this, SubsidyLine::new, SubsidyContent.class, SubsidyListing.LISTING);
    this.database = database;
    this.rules = rules;
  }

  @Override
  public Records<SubsidyLine, SubsidyContent, SubsidyLineView> records() {
    return records;
  }

  /** A cluster's or its heirs'; a leading cluster's of the programme; else administrators'. */
  @Override
  public Owners owners(SubsidyLine line) {
    List<UUID> clusters = line.clusters();
    UUID programme = line.content().beneficiary().programme();
    if (programme != null) {
      clusters.addAll(
          database.all(
              "select cluster from programme_leads where programme = ? and cluster is not null",
              row -> row.getObject(1, UUID.class),
              List.of(programme)));
    }
    return clusters.isEmpty() ? Owners.administrators() : Owners.any(clusters);
  }

  /** The line itself, locked until the transaction ends. */
  @Override
  public SubsidyLine required(String id) {
    return records.requiredLocked(id);
  }

  /** Steps sent back as they were answered are those that there are. */
  @Override
  public SubsidyContent completed(SubsidyContent before, SubsidyContent next) {
    List<Step> steps = new ArrayList<>(next.steps());
    for (int i = 0; i < Math.min(steps.size(), before.steps().size()); i++) {
      Step kept = before.steps().get(i);
      steps.set(i, kept.isSaidBy(steps.get(i)) ? kept : steps.get(i));
    }
    return next.withSteps(steps);
  }

  @Override
  public Response create(SubsidyContent body) {
    SubsidyContent entered = Assignment.entered(body);
    if (body.assignedTo() != null) {
      rules.checkAssigned(entered);
    }
    return records.create(entered);
  }

  @Override
  public SubsidyContent stored(SubsidyLine line, SubsidyContent next) {
    return Assignment.changed(line.content(), next, records.today());
  }

  @Override
  public void beforeSave(SubsidyLine line, SubsidyContent before) {
    rules.check(line, before);
  }
}
