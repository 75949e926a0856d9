package org.grappe.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A piece of SQL whose {@code :names} are parameters; parsed once, bound at every request. */
public final class Fragment {
  private static final Pattern NAME = Pattern.compile("(?<![:\\w]):([a-z]\\w*)");
  private final String sql;
  private final List<String> names = new ArrayList<>();

  public Fragment(String text) {
    Matcher matcher = NAME.matcher(text);
    StringBuilder plain = new StringBuilder();
    while (matcher.find()) {
      names.add(matcher.group(1));
      matcher.appendReplacement(plain, "?");
    }
    matcher.appendTail(plain);
    sql = plain.toString();
  }

  /** Adds this to a statement. */
  void appendTo(StringBuilder statement, List<Object> args, Map<String, Object> values) {
    statement.append(sql);
    for (String name : names) {
      Object value = values.get(name);
      if (value == null) {
        throw new IllegalStateException("no value for :" + name);
      }
      args.add(value);
    }
  }
}
