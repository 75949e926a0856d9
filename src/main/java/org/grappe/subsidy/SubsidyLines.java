package org.grappe.subsidy;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.grappe.database.Database;
import org.grappe.problem.Problems;
import org.grappe.query.Listing;
import org.grappe.query.Sort;
import org.grappe.query.View;
import org.grappe.record.ClusterLocks;
import org.grappe.record.Owners;
import org.grappe.record.Records;
import org.grappe.record.RecordsFactory;
import org.grappe.record.Repository;
import org.grappe.record.Rights;
import org.grappe.value.Money;
import org.grappe.value.Violations;

/** The subsidy lines. */
@ApplicationScoped
class SubsidyLines implements Repository<SubsidyLine, SubsidyContent, SubsidyLineView> {
  static final Listing<SubsidyLineView> LISTING =
      filtered(
              Listing.of("/subsidy-lines", SubsidyLineView.class, LineSql.COLUMNS, LineSql.FROM)
                  .dressedWith(LineSql.DETAILS))
          .walk(LineSql.OF_STATUS)
          .walk(LineSql.OF_CLUSTER)
          .parts("cluster", LineSql.OF_HOLDER)
          .partsServe("createdAt", "cluster")
          .partByInstant("cluster", LineSql.ASSIGNED_TO_IT, "createdAt", "s.line", "s.created_at")
          .gathered("cluster", "createdAt")
          .walk(LineSql.OF_FUNDER)
          .parts("funder", "f.organisation = one.id", "f.cluster = one.id")
          .partsServe("createdAt", "funder")
          .among("funder", LineSql::funders)
          .partByInstant("region", LineSql.ASSIGNED, "createdAt", "s.line", "s.created_at")
          .sortOptional("fiscalYear", Sort.Kind.NUMBER, "l.fiscal_year")
          .sortOptional("amount", Sort.Kind.NUMBER, "s.amount", "s.line")
          .sortedBy("-createdAt");

  private final Records<SubsidyLine, SubsidyContent, SubsidyLineView> records;
  private final Database database;
  private final Rights rights;
  private final ClusterLocks locks;

  SubsidyLines(RecordsFactory records, Database database, Rights rights, ClusterLocks locks) {
    this.records = records.of(this, SubsidyLine::new, SubsidyContent.class, LISTING);
    this.database = database;
    this.rights = rights;
    this.locks = locks;
  }

  @Override
  public Records<SubsidyLine, SubsidyContent, SubsidyLineView> records() {
    return records;
  }

  /** What narrows lines, in their list as in their sums. */
  static <V extends View> Listing<V> filtered(Listing<V> lines) {
    return lines
        .searchable()
        .temporal()
        .lineage(
            "clusters",
            "cluster",
            """
            (l.cluster %1$s
              or l.id = any(array(select line from subsidy_heirs where cluster %1$s)))
            and coalesce(s.assigned, l.cluster) %1$s\
            """,
            "The cluster whose line it is on the day, by slug or id.")
        .reference("organisation", "l.organisation = :v", "The beneficiary organisation's id.")
        .text(
            "strategy",
            "l.strategy is not null and plain(l.strategy) = plain(:v)",
            "The strategy that it serves, without regard to case.")
        .reference("programme", "l.programme = :v", "The beneficiary programme's id.")
        .lineage(
            "clusters",
            "funder",
            """
            l.id in (
              select line from subsidy_funders where organisation %1$s
              union all
              select line from subsidy_funders where cluster %1$s)\
            """,
            "Who funds it: an organisation by its id, or a cluster by slug or id.")
        .choiceOfSeveral("origin", Funding.Origin.class, "l.origins", "Where money comes from.")
        .textInParts(
            "region",
            LineSql.REGION + " = any(regions_found(%s))",
            "The code of the beneficiary's region; a new one finds those that it replaced.",
            LineSql.OF_REGION)
        .text(
            "sector",
            """
            l.sector_region is not null
            and plain(l.beneficiary -> 'sector' ->> 'name') = plain(:v)\
            """,
            "The beneficiary sector's name, without regard to case.")
        .year("fiscalYear", "l.fiscal_year = :v", "The fiscal year.")
        .year(
            "year",
            "l.years @> array[:v]::int[]",
            "A year in which it has a step or a payment; sums then have that year's figures alone.")
        .choice(
            "status",
            SubsidyStatus.class,
            "s.status",
            "What it is on the day.",
            Stream.of(SubsidyStatus.values()).collect(toMap(status -> status, LineSql::hasStatus)))
        .among("status", "select unnest(:v::text[]) as id");
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
    return records.create(Assignment.entered(body));
  }

  @Override
  public SubsidyContent stored(SubsidyLine line, SubsidyContent next) {
    return Assignment.changed(line.content(), next, records.today());
  }

  @Override
  public void beforeSave(SubsidyLine line, SubsidyContent before) {
    SubsidyContent next = line.content();
    Violations violations = new Violations();
    int known = before == null ? 0 : before.steps().size();
    for (int i = known; i < next.steps().size(); i++) {
      checkHeir(line, next.steps().get(i), before == null ? "/steps/" + i : "", violations);
    }
    violations.addIf(
        line.isPaidInAnother(), "/amount/currency", "subsidy.currency", line.content().currency());
    Problems.raise(violations);
    requireWithinWhole(line);
  }

  /** A line is assigned to a cluster that its beneficiary has become part of by then. */
  private void checkHeir(SubsidyLine line, Step step, String at, Violations violations) {
    UUID cluster = line.content().beneficiary().cluster();
    boolean isHeir =
        step.assignedTo() == null
            || (cluster != null
                && !cluster.equals(step.assignedTo())
                && database
                    .one(
                        "select 1 from predecessors_by(?, ?) part where part = ?",
                        row -> true,
                        step.assignedTo(),
                        step.on() == null ? records.today() : step.on().lastDay(),
                        cluster)
                    .isPresent());
    violations.addIf(!isHeir, at + "/assignedTo", "subsidy.heir");
  }

  private static void requireWithinWhole(SubsidyLine line) {
    List<Funding> fundings = line.content().fundings();
    BigDecimal shares =
        fundings.stream()
            .map(Funding::share)
            .filter(Objects::nonNull)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    if (shares.compareTo(new BigDecimal(100)) > 0) {
      throw Problems.of(SubsidyProblems.SHARES_EXCEED_WHOLE, "subsidy.shares", shares);
    }
    BigDecimal amounts =
        fundings.stream()
            .map(Funding::amount)
            .filter(Objects::nonNull)
            .map(Money::amount)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    line.whole()
        .filter(whole -> amounts.compareTo(whole.amount()) > 0)
        .ifPresent(
            whole -> {
              throw Problems.of(
                  SubsidyProblems.SHARES_EXCEED_WHOLE,
                  "subsidy.amounts",
                  amounts.toPlainString(),
                  whole.amount().toPlainString());
            });
  }

  /** Adds a step to a line's ledger; answers where it is. */
  Response append(SubsidyLine line, Step step, Function<UUID, ?> shown) {
    // a reversal of what made it the heir looks for such steps
    locks.share(Stream.ofNullable(step.assignedTo()).toList());
    records.updateBySystem(line, line.following(step));
    Step last = line.content().steps().get(line.content().steps().size() - 1);
    Violations violations = new Violations();
    checkHeir(line, last, "", violations);
    violations.addIf(
        !line.content().hasOneCurrency() || line.isPaidInAnother(),
        "/amount/currency",
        "subsidy.currency",
        line.content().currency());
    Problems.raise(violations);
    flush();
    return made(line, "steps", last.id(), shown);
  }

  /** Adds a payment. */
  Response pay(SubsidyLine line, Payment payment, Function<UUID, ?> shown) {
    records.updateBySystem(line, line.content());
    Problems.raise(
        new Violations()
            .addIf(
                !payment.amount().currency().equals(line.content().currency()),
                "/amount/currency",
                "subsidy.currency",
                line.content().currency()));
    Payment paid = line.pay(payment);
    flush();
    return made(line, "payments", paid.id(), shown);
  }

  private Response made(SubsidyLine line, String part, UUID id, Function<UUID, ?> shown) {
    rights.madePart(owners(line), "subsidy_lines", line.id(), id);
    URI at = URI.create("/api/v1/subsidy-lines/" + line.id() + "/" + part + "/" + id);
    return Response.created(at).entity(shown.apply(id)).build();
  }

  /** Takes out a payment that was entered by mistake. */
  void unpay(SubsidyLine line, UUID payment) {
    records.requireVersion(0);
    records.updateBySystem(line, line.content());
    line.unpay(payment);
    flush();
  }
}
