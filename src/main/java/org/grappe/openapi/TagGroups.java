package org.grappe.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.tags.Tag;

/** The tags by what people do ({@code x-tagGroups}, which readers of the document know). */
final class TagGroups {
  private final DocumentTexts words;

  TagGroups(DocumentTexts words) {
    this.words = words;
  }

  void add(OpenAPI api) {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    words.keys("groups").forEach(name -> groups.put(name, words.names("groups", name).toList()));
    List<String> rest = new ArrayList<>(api.getTags().stream().map(Tag::getName).toList());
    groups.values().forEach(rest::removeAll);
    List<Map<String, Object>> told = new ArrayList<>();
    groups.forEach((name, tags) -> told.add(group(name, tags)));
    if (!rest.isEmpty()) {
      told.add(group("More", rest));
    }
    api.addExtension("x-tagGroups", told);
  }

  private static Map<String, Object> group(String name, List<String> tags) {
    Map<String, Object> group = new LinkedHashMap<>();
    group.put("name", name);
    group.put("tags", tags);
    return group;
  }
}
