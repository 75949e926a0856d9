package org.grappe.subsidy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.grappe.problem.Problems;
import org.grappe.query.ListReader;
import org.grappe.query.Listing;
import org.grappe.query.Page;
import org.grappe.query.PathId;
import org.grappe.query.Scope;
import org.grappe.query.Sort;
import org.grappe.query.View;

/** The steps and payments of the lines, as they are read. */
@ApplicationScoped
class SubsidyParts {
  private static final String CITED =
      """
      left join lateral (
        select array_agg(s.id order by m) as ids, array_agg(s.title order by m) as names
        from unnest(t.sources) with ordinality cited(id, m) join sources s using (id)) x on true""";

  static final Listing<StepView> STEPS =
      Listing.of(
              "/subsidy-lines/{line}/steps",
              StepView.class,
              """
              t.id, t.status, t."on", t.amount, t.qualifier, t.corrects, t.remarks, t.created_at,
              c.id as assigned_to_id, {c.name} as assigned_to_name, c.slug as assigned_to_slug,
              x.ids as sources_id, x.names as sources_name""",
              "subsidy_steps t left join clusters c on c.id = t.assigned_to " + CITED)
          .citing("t.sources")
          .sort("entered", Sort.Kind.NUMBER, "t.n")
          .sortOptional("on", Sort.Kind.PARTIAL_DATE, "t.\"on\" collate \"C\"")
          .sortedBy("entered");

  static final Listing<PaymentView> PAYMENTS =
      Listing.of(
              "/subsidy-lines/{line}/payments",
              PaymentView.class,
              """
              t.id, t."on", t.amount, t.remarks, t.created_at,
              x.ids as sources_id, x.names as sources_name""",
              "subsidy_payments t " + CITED)
          .citing("t.sources")
          .sort("on", Sort.Kind.DATE, "t.\"on\"")
          .sortedBy("on");

  private final ListReader reader;

  SubsidyParts(ListReader reader) {
    this.reader = reader;
  }

  Page<StepView> steps(String line) {
    return page(STEPS, line);
  }

  Page<PaymentView> payments(String line) {
    return page(PAYMENTS, line);
  }

  StepView step(String line, String id, String knownAt) {
    return one(STEPS, line, id, knownAt);
  }

  PaymentView payment(String line, String id, String knownAt) {
    return one(PAYMENTS, line, id, knownAt);
  }

  private <V extends View> Page<V> page(Listing<V> listing, String line) {
    UUID id = PathId.of(line);
    Page<V> page = reader.page(listing, new Scope("t.line = :v", id).of("subsidy_lines", id));
    if (page.getItems().isEmpty()) {
      reader.requireOwner("subsidy_lines", id);
    }
    return page;
  }

  private <V extends View> V one(Listing<V> listing, String line, String id, String knownAt) {
    UUID part = PathId.of(id);
    UUID owner = PathId.of(line);
    Scope scope = new Scope("t.line = :line and t.id = :part", Map.of("line", owner, "part", part));
    return reader
        .one(listing, scope, reader.asOf(null, knownAt, new Scope.Owner("subsidy_lines", line)))
        .orElseThrow(() -> Problems.notFound(listing.path().replaceFirst(".*/", "subsidy-"), id));
  }
}
