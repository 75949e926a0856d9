package org.grappe.subsidy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.grappe.database.Database;
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
  static final Listing<StepView> STEPS =
      Listing.of(
              "/subsidy-lines/{line}/steps",
              StepView.class,
              """
              t.id, t.status, t."on", t.amount, t.qualifier, t.corrects, t.remarks, t.created_at,
              c.id as assigned_to_id, c.name as assigned_to_name, c.slug as assigned_to_slug,
              x.ids as sources_id, x.names as sources_name""",
              "subsidy_steps t left join clusters c on c.id = t.assigned_to " + cited("t"))
          .sort("entered", Sort.Kind.NUMBER, "t.n")
          .sortOptional("on", Sort.Kind.PARTIAL_DATE, "t.\"on\" collate \"C\"")
          .sortedBy("entered");

  static final Listing<PaymentView> PAYMENTS =
      Listing.of(
              "/subsidy-lines/{line}/payments",
              PaymentView.class,
              """
              y.id, y."on", y.amount, y.remarks, y.created_at,
              x.ids as sources_id, x.names as sources_name""",
              "subsidy_payments y " + cited("y"))
          .sort("on", Sort.Kind.DATE, "y.\"on\"")
          .sortedBy("on");

  private final ListReader reader;
  private final Database database;

  SubsidyParts(ListReader reader, Database database) {
    this.reader = reader;
    this.database = database;
  }

  private static String cited(String alias) {
    return """
        left join lateral (
          select array_agg(s.id order by m) as ids, array_agg(s.title order by m) as names
          from unnest(%s.sources) with ordinality cited(id, m) join sources s using (id)) x on true"""
        .formatted(alias);
  }

  Page<StepView> steps(String line) {
    return page(STEPS, "t.line = :v", line);
  }

  Page<PaymentView> payments(String line) {
    return page(PAYMENTS, "y.line = :v", line);
  }

  StepView step(String line, String id) {
    return one(STEPS, "t.line = :v", line, id);
  }

  PaymentView payment(String line, String id) {
    return one(PAYMENTS, "y.line = :v", line, id);
  }

  private <V extends View> Page<V> page(Listing<V> listing, String within, String line) {
    UUID id = PathId.of(line);
    Page<V> page = reader.page(listing, new Scope(within, id));
    if (page.getItems().isEmpty()) {
      requireLine(id);
    }
    return page;
  }

  /** A line has few parts: they are told apart here. */
  private <V extends View> V one(Listing<V> listing, String within, String line, String id) {
    UUID key = PathId.of(id);
    UUID owner = PathId.of(line);
    String both = within.replace("= :v", "= split_part(:v, ' ', 1)::uuid");
    String alias = within.substring(0, 1);
    Scope scope =
        new Scope(both + " and " + alias + ".id = split_part(:v, ' ', 2)::uuid", owner + " " + key);
    return reader
        .one(listing, scope, reader.day(null))
        .orElseThrow(() -> Problems.notFound(listing.path().replaceFirst(".*/", "subsidy-"), id));
  }

  private void requireLine(UUID id) {
    if (database.one("select 1 from subsidies where id = ?", row -> true, id).isEmpty()) {
      throw Problems.notFound("subsidy-lines", id);
    }
  }
}
