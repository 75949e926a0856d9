package org.grappe.cluster;

import java.util.ArrayList;
import java.util.List;
import org.grappe.query.Dated;

/**
 * What belongs to clusters and organisations, found by the region of whose it is, in parts that
 * indexes serve; in each the region stands as {@code %1$s}. Almost all has that region beside it,
 * in a column {@code found_in}, whatever the day. The rest belongs to one that has periods or, in
 * the past, that has changed since, and is found by whose it is.
 *
 * @param table the table of what belongs, with its alias
 * @param alias the alias
 * @param cluster the column of the cluster whose it is
 * @param organisation the same of an organisation, where it is no cluster's
 * @param region the region on the day, as SQL
 */
public record InRegion(
    String table, String alias, String cluster, String organisation, String region) {
  private static final String THERE = " = any(regions_found(%1$s))";

  /** By place, what is kept beside it: of the first part. */
  public static final int KEPT = 0;

  /** Of today. */
  public List<String> parts() {
    return List.of(
        kept(THERE),
        elsewhere(" is null") + cluster + " in (" + withPeriods("clusters", "") + ")",
        ofNone(
            elsewhere(" is null")
                + organisation
                + " in ("
                + withPeriods("organisations", "")
                + ")"));
  }

  /** Of the past, in which another region may be kept today. */
  public List<String> ofPast() {
    return List.of(
        kept(THERE) + " and " + was(THERE),
        changed(cluster, "clusters"),
        ofNone(changed(organisation, "organisations")));
  }

  /** What is kept beside the first part in each of the regions {@code one}. */
  public String keptInOne() {
    return kept(" = one.id");
  }

  /** Where it was in any of these. */
  public String wasInAny() {
    return was(" = any(array(select region_family(:v)))");
  }

  /** These parts, each narrowed further. */
  public static List<String> narrowed(List<String> parts, String further) {
    return parts.stream().map(part -> part + " and " + further).toList();
  }

  /** These parts, and another. */
  public static List<String> and(List<String> parts, String other) {
    List<String> all = new ArrayList<>(parts);
    all.add(other);
    return all;
  }

  private String kept(String there) {
    return alias + ".found_in" + there;
  }

  private String elsewhere(String not) {
    return kept(not) + " and ";
  }

  private String ofNone(String part) {
    return cluster + " is null and " + part;
  }

  /** As a plan takes almost all to be. */
  private String was(String there) {
    return "(case when " + Dated.onDay(region) + there + " then true end) is not null";
  }

  /** Gathered first, for a plan takes more to have changed, and looks for them in the order. */
  private String changed(String owner, String owners) {
    return """
    %1$s.id = any(array(
      select %1$s.id from %2$s
      where (%3$s) is not true and %4$s = any(array(
        %5$s
        union all
        select changed.id from changed_since('%6$s') changed(id)))))
    and %7$s\
    """
        .formatted(
            alias,
            table,
            kept(THERE),
            owner,
            withPeriods(owners, "past_unchanged."),
            owners,
            was(THERE));
  }

  private static String withPeriods(String owners, String schema) {
    return "select d.id from "
        + schema
        + owners
        + " d where d.periods <> '[]' and "
        + Dated.onDay("{d.region}" + THERE);
  }
}
