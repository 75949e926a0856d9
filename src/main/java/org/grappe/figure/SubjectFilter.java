package org.grappe.figure;

import java.util.List;
import org.grappe.query.Filter;
import org.grappe.query.Fragment;
import org.grappe.query.IllFormed;
import org.grappe.value.RegionRef;
import org.grappe.value.Slugs;

/**
 * {@code subject=region:76}, {@code cluster:digital-place}, {@code event:…} or {@code merger:…}.
 */
final class SubjectFilter {
  private static final String REGION = "region:";
  private static final String KEY = "split_part(:v, ':', 2)";
  private static final String SLUG = "(select clusters_named(" + KEY + "))";
  private static final String ID = KEY + "::uuid";
  private static final Fragment EVENT = new Fragment("f.subject_event = " + ID);
  private static final Fragment MERGER = new Fragment("f.subject_merger = " + ID);

  private SubjectFilter() {}

  static Filter make() {
    Fragment region = new Fragment("f.subject_region = " + KEY);
    Fragment regions =
        new Fragment(
            """
            f.id = any(array(
              select own.id from figures own
              where own.subject_region = any(array(select region_family(%s)))))\
            """
                .formatted(KEY));
    return new Filter(
        "subject",
        "What the figure is about: `region:` and its code, `cluster:` and its slug or id, or"
            + " `event:` or `merger:` and its id.",
        Filter.Kind.TEXT,
        List.of(),
        SubjectFilter::read,
        (value, wide) ->
            switch (kind(value)) {
              case "region" -> wide ? regions : region;
              case "event" -> EVENT;
              case "merger" -> MERGER;
              default -> cluster(value.toString(), wide);
            });
  }

  /** A cluster's own figures, and those that count it together with others. */
  private static Fragment cluster(String value, boolean wide) {
    String one = Slugs.isSlug(value.substring("cluster:".length())) ? SLUG : ID;
    String which = wide ? "= any(array(select lineage_of(" + one + ", :on)))" : "= " + one;
    return new Fragment(
        """
        f.id = any(array(
          select own.id from figures own where own.subject_cluster %1$s
          union all
          select figure from figure_clusters where cluster %1$s))\
        """
            .formatted(which));
  }

  private static Object read(String text) {
    if (!namesRegion(text) && !namesCluster(text) && !namesOther(text)) {
      throw new IllFormed("parameter.subject");
    }
    return text;
  }

  private static boolean namesRegion(String text) {
    return text.startsWith(REGION) && RegionRef.isCode(text.substring(REGION.length()));
  }

  private static String kind(Object value) {
    return value.toString().split(":", 2)[0];
  }

  private static boolean namesOther(String text) {
    return (text.startsWith("event:") || text.startsWith("merger:"))
        && Slugs.id(text.split(":", 2)[1]).isPresent();
  }

  private static boolean namesCluster(String text) {
    String key = text.startsWith("cluster:") ? text.substring("cluster:".length()) : "";
    return Slugs.isKey(key);
  }
}
