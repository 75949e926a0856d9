package org.grappe.record;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The value of {@code If-Match} or {@code If-None-Match} (RFC 9110, 13.1): {@code *} alone, or a
 * list of entity tags. What is neither names nothing.
 */
public final class EntityTags {
  private static final Pattern TAG =
      Pattern.compile("(?<weak>W/)?(?<tag>\"[\\x21\\x23-\\x7E\\x80-\\uFFFF]*\")");

  private static final Pattern BETWEEN = Pattern.compile("[ \\t]*+(?:,[ \\t]*+)++|[ \\t]*+$");
  private final boolean any;
  private final List<Tag> tags;

  private EntityTags(boolean any, List<Tag> tags) {
    this.any = any;
    this.tags = tags;
  }

  private record Tag(boolean weak, String text) {}

  /**
   * Whether a reader has what he asks for, who says so in {@code If-None-Match}.
   *
   * @param header its value, null where there is none
   * @param current the tag of what there is, null where it has none
   */
  public static boolean isKnown(String header, String current) {
    return header != null
        && current != null
        && (header.equals(current) || of(header).matchWeakly(current));
  }

  /** Reads the header's value, of several lines joined by commas. */
  public static EntityTags of(String header) {
    String value = header.strip().replaceAll("^(?:,[ \\t]*+)++", "");
    if (value.equals("*")) {
      return new EntityTags(true, List.of());
    }
    List<Tag> tags = new ArrayList<>();
    Matcher tag = TAG.matcher(value);
    Matcher between = BETWEEN.matcher(value);
    int at = 0;
    while (at < value.length()) {
      if (!tag.region(at, value.length()).lookingAt()
          || !between.region(tag.end(), value.length()).lookingAt()) {
        return new EntityTags(false, List.of());
      }
      tags.add(new Tag(tag.group("weak") != null, tag.group("tag")));
      at = between.end();
    }
    return new EntityTags(false, tags);
  }

  /** Whether one of the tags is that of what there is, weak ones left out (8.8.3.2). */
  public boolean matchStrongly(Predicate<String> current) {
    return any || tags.stream().anyMatch(tag -> !tag.weak() && current.test(tag.text()));
  }

  /** Whether one of the tags is this one, weak or not. */
  public boolean matchWeakly(String current) {
    return any || tags.stream().anyMatch(tag -> tag.text().equals(current));
  }
}
