package org.grappe.figure;

import org.grappe.query.Columns;
import org.grappe.query.Listing;
import org.grappe.query.Sort;
import org.grappe.value.Qualifier;

/** What can be asked of figures. */
final class FigureListing {
  /** The columns of a subject, and the tables that name it. */
  private static final String COLUMNS =
      """
      f.%1$s ->> 'sector' as %1$s_sector,
      f.%1$s_region as %1$s_region_code,
      %1$s_c.id as %1$s_cluster_id, {%1$s_c.name} as %1$s_cluster_name,
      %1$s_c.slug as %1$s_cluster_slug, %1$s_all.ids as %1$s_clusters_id,
      %1$s_all.names as %1$s_clusters_name, %1$s_all.slugs as %1$s_clusters_slug,
      %1$s_m.id as %1$s_merger_id,
      case when %1$s_m.id is not null then merger_name(%1$s_m.parties, :on) end as %1$s_merger_name,
      %1$s_e.id as %1$s_event_id, %1$s_e.called as %1$s_event_name\
      """;

  private static final String TABLES =
      """
      left join clusters %1$s_c on %1$s_c.id = f.%1$s_cluster
      left join mergers %1$s_m on %1$s_m.id = f.%1$s_merger
      left join events %1$s_e on %1$s_e.id = f.%1$s_event
      left join lateral (
        select array_agg(c.id order by n) as ids, array_agg({c.name} order by n) as names,
          array_agg(c.slug order by n) as slugs
        from jsonb_array_elements_text(f.%1$s -> 'clusters') with ordinality together(id, n)
        join clusters c on c.id = together.id::uuid) %1$s_all on true
      """;

  static final Listing<FigureView> LISTING =
      Listing.of(
              "/figures",
              FigureView.class,
              Columns.of("f", FigureView.class) + ", " + each(COLUMNS, ", "),
              "figures f")
          .dressedWith(each(TABLES, " "))
          .pastAmongTodays("figure_clusters", "figures own")
          .filter(SubjectFilter.make())
          .choice("metric", Figure.Metric.class, "f.metric", "What is counted.")
          .choice("qualifier", Qualifier.class, "f.qualifier", "How it is meant.")
          .choice("nature", Figure.Nature.class, "f.nature", "How it came about.")
          .withPredecessors()
          .sort("asOf", Sort.Kind.PARTIAL_DATE, "f.as_of collate \"C\"")
          .sort("value", Sort.Kind.NUMBER, "f.value")
          .sortedBy("-asOf");

  private FigureListing() {}

  private static String each(String template, String between) {
    return String.join(
        between,
        template.formatted("subject"),
        template.formatted("of"),
        template.formatted("compared_to"));
  }
}
