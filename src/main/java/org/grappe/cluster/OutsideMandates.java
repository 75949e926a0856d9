package org.grappe.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.grappe.body.MergePatch;
import org.grappe.database.Database;
import org.grappe.problem.Problems;
import org.grappe.query.Page;
import org.grappe.query.PathId;
import org.grappe.record.HistoryView;

/** The mandates held in an organisation that is no cluster. */
@ApplicationScoped
class OutsideMandates {
  private final Mandates mandates;
  private final Database database;

  OutsideMandates(Mandates mandates, Database database) {
    this.mandates = mandates;
    this.database = database;
  }

  /** The mandates held in an organisation. */
  Page<MandateView> page(String id) {
    UUID body = PathId.of(id);
    return mandates.records().pageOf("m.cluster is null and m.organisation", "organisations", body);
  }

  /** What became of a mandate held in an organisation. */
  Page<HistoryView> history(String body, String id) {
    Page<HistoryView> history = mandates.records().history(id, "organisation", PathId.of(body));
    if (isOfCluster(PathId.of(id))) {
      throw mandates.records().notFound(id);
    }
    return history;
  }

  private boolean isOfCluster(UUID mandate) {
    return database
        .one(
            "select 1 from history where record_id = ? and row ->> 'cluster' is not null limit 1",
            row -> true,
            mandate)
        .isPresent();
  }

  MandateView one(String body, String id, String on, String knownAt) {
    return mandates
        .records()
        .findAsOf(id, on, knownAt)
        .filter(found -> found.cluster() == null)
        .filter(found -> found.organisation().id().equals(PathId.of(body)))
        .orElseThrow(() -> mandates.records().notFound(id));
  }

  Response create(String id, Mandate.Content mandate) {
    UUID body = PathId.of(id);
    mandates.records().requireOther("organisations", body);
    if (mandate.organisation() != null && !mandate.organisation().equals(body)) {
      throw Problems.validationFailed("/organisation", "mandate.organisation");
    }
    return mandates.records().create(new Mandate(), mandate.heldIn(body));
  }

  MandateView change(String body, String id, MergePatch patch) {
    return mandates.change(required(body, id), patch);
  }

  void remove(String body, String id) {
    mandates.remove(required(body, id));
  }

  private Mandate required(String body, String id) {
    Mandate mandate = mandates.required(id);
    if (mandate.cluster() != null || !mandate.content().organisation().equals(PathId.of(body))) {
      throw mandates.records().notFound(id);
    }
    return mandate;
  }
}
