package org.grappe.merger;

import static org.grappe.testing.Api.admin;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * All that can be asked of some clusters on some days, but for when it was written and under which
 * id: what two stories that say the same have in common.
 */
final class Seen {
  private static final List<String> LISTS =
      List.of(
          "/clusters/%s?on=%s",
          "/memberships?cluster=%s&status=active,ended,applied,refused&limit=200&on=%s",
          "/memberships?cluster=%s&includePredecessors=true&limit=200&on=%s",
          "/clusters/%s/mandates?status=active,ended,planned&on=%s",
          "/clusters/%s/colleges?status=active,ended,planned&on=%s",
          "/clusters/%s/offices?status=open,closed,planned&on=%s",
          "/conventions?cluster=%s&status=in-force,ended,signed,drafted&on=%s",
          "/events?cluster=%s&on=%s",
          "/mergers?cluster=%s&on=%s",
          "/clusters/%s/lineage?on=%s");

  private static final Set<String> LEFT_OUT =
      Set.of("id", "createdAt", "updatedAt", "steps", "uid", "next", "nextCursor");

  private Seen() {}

  static String of(List<String> clusters, List<String> days) {
    return at(
        clusters.stream()
            .flatMap(
                cluster ->
                    days.stream()
                        .flatMap(day -> LISTS.stream().map(list -> list.formatted(cluster, day))))
            .toList());
  }

  /** What is answered at these addresses. */
  static String at(List<String> paths) {
    StringBuilder all = new StringBuilder();
    for (String path : paths) {
      Object answer = plain(admin().get(path).then().extract().path(""));
      all.append(path).append(' ').append(answer).append('\n');
    }
    return all.toString();
  }

  /** Lists in an order of their own: what was made anew stands elsewhere among equals. */
  private static Object plain(Object answer) {
    if (answer instanceof Map<?, ?> object) {
      Map<String, Object> members = new TreeMap<>();
      object.forEach(
          (name, value) -> {
            if (!LEFT_OUT.contains(name)) {
              members.put((String) name, plain(value));
            }
          });
      return members;
    }
    if (answer instanceof List<?> list) {
      return list.stream().map(item -> String.valueOf(plain(item))).sorted().toList();
    }
    return answer;
  }
}
