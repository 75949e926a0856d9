package org.grappe.cluster;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.grappe.query.Dated;

/**
 * What belongs to clusters and organisations, found by the region of whose it is, in parts that
 * indexes serve; in each the region stands as {@code %1$s}. Almost all has that region beside it,
 * in a column {@code found_in}, whatever the day. The rest belongs to one that has periods or, in
 * the past, that has changed since, and is found by whose it is.
 *
 * @param from the tables of what belongs
 * @param id its id
 * @param kept where its region is kept
 * @param owners whose it may be
 * @param region the region on the day, as SQL
 */
public record InRegion(String from, String id, String kept, List<Owner> owners, String region) {
  private static final String THERE = " = any(regions_found(%1$s))";

  /**
   * Whose it may be.
   *
   * @param table the owners' table
   * @param column the column that names one
   * @param where when it is this one's
   * @param named finds what belongs to those that stand in its place
   */
  public record Owner(String table, String column, String where, String named) {
    public Owner(String table, String column, String where) {
      this(table, column, where, " in (%s)");
    }

    /** Of whom few things are: these few are gathered, for a plan would go through all of them. */
    public Owner ofFew() {
      return new Owner(table, column, where, " = any(array(%s))");
    }
  }

  /** By place, what is kept beside it: of the first part. */
  public static final int KEPT = 0;

  /** Of what is a cluster's or else an organisation's, by the alias of its table. */
  public static InRegion of(
      String table, String alias, String cluster, String organisation, String region) {
    return new InRegion(
        table + " " + alias,
        alias + ".id",
        alias + ".found_in",
        List.of(
            new Owner("clusters", cluster, "true"),
            new Owner("organisations", organisation, cluster + " is null")),
        region);
  }

  /** Of today. */
  public List<String> parts() {
    return parts(kept(THERE), this::elsewhere);
  }

  /** Of the past, in which another region may be kept today. */
  public List<String> ofPast() {
    return parts(kept(THERE) + " and " + was(THERE), this::changed);
  }

  /** What is kept beside the first part in each of the regions {@code one}. */
  public String keptInOne() {
    return kept(" = one.id");
  }

  /** Where it was in any of these. */
  public String wasInAny() {
    return was(" = any(array(select region_family(:v)))");
  }

  private List<String> parts(String first, Function<Owner, String> other) {
    return Stream.concat(
            Stream.of(first), owners.stream().map(one -> other.apply(one) + " and " + one.where()))
        .toList();
  }

  private String kept(String there) {
    return kept + there;
  }

  private String elsewhere(Owner one) {
    return kept(" is null and ")
        + one.column()
        + one.named().formatted(withPeriods(one.table(), ""));
  }

  /** As a plan takes almost all to be. */
  private String was(String there) {
    return "(case when " + Dated.onDay(region) + there + " then true end) is not null";
  }

  /** Gathered first, for a plan takes more to have changed, and looks for them in the order. */
  private String changed(Owner one) {
    return """
    %1$s = any(array(
      select %1$s from %2$s
      where (%3$s) is not true and %4$s = any(array(
        %5$s
        union all
        select changed.id from changed_since('%6$s') changed(id)))))
    and %7$s\
    """
        .formatted(
            id,
            from,
            kept(THERE),
            one.column(),
            withPeriods(one.table(), "past_unchanged."),
            one.table(),
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
