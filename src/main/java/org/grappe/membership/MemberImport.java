package org.grappe.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.grappe.caller.Caller;
import org.grappe.cluster.ClusterLookup;
import org.grappe.imports.ImportKind;
import org.grappe.imports.ImportOrder;
import org.grappe.imports.ImportSteps;
import org.grappe.imports.TableImports;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;
import org.grappe.table.ImportReport;
import org.grappe.value.Slugs;

/** Takes up members from a spreadsheet. */
@ApplicationScoped
class MemberImport implements ImportKind<ImportReport> {
  /** The parameter that names the cluster of lines that name none. */
  static final String CLUSTER = "cluster";

  private final MemberLines lines;
  private final ClusterLookup clusters;
  private final TableImports tables;

  MemberImport(MemberLines lines, ClusterLookup clusters, TableImports tables) {
    this.lines = lines;
    this.clusters = clusters;
    this.tables = tables;
  }

  @Override
  public String name() {
    return "MEMBERS";
  }

  @Override
  public String path() {
    return "/api/v1/memberships/csv";
  }

  @Override
  public void admit(Caller caller, UnaryOperator<String> parameters) {
    boolean isAnothers =
        Optional.ofNullable(parameters.apply(CLUSTER))
            .flatMap(clusters::find)
            .filter(cluster -> !caller.edits(List.of(cluster)))
            .isPresent();
    if (isAnothers) {
      throw Problems.of(ProblemType.FORBIDDEN, "forbidden.record");
    }
  }

  /**
   * What every line of a file says.
   *
   * @param cluster what the parameter says; null where there is none
   * @throws Problem {@code invalid-parameter}
   */
  Map<String, String> everywhere(String cluster) {
    if (cluster == null) {
      return Map.of();
    }
    if (Slugs.id(cluster).isEmpty() && !Slugs.isSlug(cluster)) {
      throw Problems.parameter(CLUSTER, "parameter.reference", cluster);
    }
    if (clusters.find(cluster).isEmpty()) {
      throw Problems.parameter(CLUSTER, "reference.unknown", Problems.noun("clusters"), cluster);
    }
    return Map.of(CLUSTER, cluster);
  }

  @Override
  public ImportSteps<ImportReport> steps(ImportOrder order) {
    return tables.of(lines, order);
  }
}
