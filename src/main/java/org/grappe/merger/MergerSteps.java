package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.grappe.body.MergePatch;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;
import org.grappe.query.ListReader;
import org.grappe.query.Page;
import org.grappe.query.PathId;
import org.grappe.query.Scope;
import org.grappe.record.Rights;
import org.grappe.value.Violations;

/**
 * The steps of the mergers. They are facts, which can be put right whatever has become of the
 * merger since; they are part of it, and have its version and its history.
 */
@ApplicationScoped
class MergerSteps {
  private final Mergers mergers;
  private final ListReader reader;
  private final Rights rights;

  MergerSteps(Mergers mergers, ListReader reader, Rights rights) {
    this.mergers = mergers;
    this.reader = reader;
    this.rights = rights;
  }

  Page<MergerStepView> page(String merger) {
    UUID id = PathId.of(merger);
    Page<MergerStepView> page =
        reader.page(MergerStepListing.ALL, new Scope("t.merger = :v", id).of("mergers", id));
    if (page.getItems().isEmpty()) {
      reader.requireOwner("mergers", id);
    }
    return page;
  }

  private MergerStepView one(String merger, String id) {
    return one(merger, id, null);
  }

  MergerStepView one(String merger, String id, String knownAt) {
    Map<String, Object> names = Map.of("merger", PathId.of(merger), "step", PathId.of(id));
    return reader
        .one(
            MergerStepListing.ALL,
            new Scope("t.merger = :merger and t.id = :step", names),
            reader.asOf(null, knownAt, new Scope.Owner("mergers", merger)))
        .orElseThrow(() -> notFound(id));
  }

  /** A postponement takes its place among the others by its day. */
  Response add(String merger, MergerStep body) {
    Merger of = mergers.required(merger);
    mergers.records().requireChange(of, mergers.owners(of));
    Violations violations = new Violations();
    body.checkNew(violations);
    Problems.raise(violations);
    MergerStep step = body.entered();
    List<MergerStep> steps = PlannedSteps.with(of.steps(), step);
    of.requireSlip(step, steps);
    mergers.keepSteps(of, steps);
    rights.madePart(mergers.owners(of), "mergers", of.id(), step.id());
    String path = "/api/v1/mergers/" + of.id() + "/steps/" + step.id();
    return Response.created(URI.create(path)).entity(one(merger, step.id().toString())).build();
  }

  MergerStepView change(String merger, String id, MergePatch patch) {
    Merger of = mergers.required(merger);
    mergers.records().requireChange(of, mergers.owners(of));
    List<MergerStep> steps = new ArrayList<>(of.steps());
    int place = place(of, id);
    MergerStep before = steps.get(place);
    MergerStep next =
        mergers.records().patched(of, before, MergerStep.class, patch, () -> one(merger, id));
    Violations violations = new Violations();
    next.checkChanged(before, violations);
    Problems.raise(violations);
    if (!next.equals(before)) {
      steps.remove(place);
      if (next.postpones()) {
        steps = PlannedSteps.with(steps, next);
      } else {
        steps.add(place, next);
      }
      if (!before.on().equals(next.on())
          || !Objects.equals(before.plannedFor(), next.plannedFor())) {
        of.requireSlip(next, steps);
      }
      mergers.keepSteps(of, steps);
    }
    return one(merger, id);
  }

  void remove(String merger, String id) {
    Merger of = mergers.required(merger);
    mergers.records().requireChange(of, mergers.owners(of));
    mergers.records().requireVersion(of.version());
    List<MergerStep> steps = new ArrayList<>(of.steps());
    MergerStep step = steps.remove(place(of, id));
    if (!step.postpones()) {
      throw Problems.of(MergerProblems.MERGER_CONFLICT, "merger.step-by-act");
    }
    mergers.keepSteps(of, steps);
  }

  /** Which of the steps that are kept; the announcement is the merger's own. */
  private static int place(Merger merger, String id) {
    UUID step = PathId.of(id);
    if (step.equals(merger.id())) {
      throw Problems.of(MergerProblems.MERGER_CONFLICT, "merger.step-announced");
    }
    for (int i = 0; i < merger.steps().size(); i++) {
      if (step.equals(merger.steps().get(i).id())) {
        return i;
      }
    }
    throw notFound(id);
  }

  private static Problem notFound(String id) {
    return Problems.notFound("merger-steps", id);
  }
}
