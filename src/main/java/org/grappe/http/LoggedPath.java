package org.grappe.http;

import java.util.Optional;
import java.util.regex.Pattern;
import org.grappe.value.Slugs;

/**
 * A path as the log has it: that of an address which is served, with the ids in it, and where it
 * was found the slugs. Whatever else stands in a path may be anything, the name of a person too.
 */
final class LoggedPath {
  private static final String API = "/api/v1/";

  /** An id with the ending of a format. */
  private static final Pattern FILE =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\.[a-z]{2,6}");

  private static final Pattern SLUG =
      Pattern.compile("[a-z0-9]{1,64}(-[a-z0-9]{1,64}){0,31}|[0-9A-Z]{2,3}");

  private LoggedPath() {}

  /**
   * The path.
   *
   * @param template that of the address, where one is served
   * @param isFound whether there was something
   */
  static String of(String path, Optional<String> template, boolean isFound) {
    if (template.isEmpty()) {
      return path.startsWith(API)
          ? API + "…"
          : Routes.PAGES.stream()
              .filter(page -> path.startsWith(page + "/") || path.equals(page))
              .map(page -> path.equals(page) ? page : page + "/…")
              .findFirst()
              .orElse(path.equals("/") ? path : "/…");
    }
    String[] given = path.split("/", -1);
    String[] known = template.get().split("/", -1);
    for (int i = 0; i < Math.min(given.length, known.length); i++) {
      boolean varies = known[i].indexOf('{') >= 0;
      given[i] = varies && !isTold(given[i], isFound) ? known[i] : given[i];
    }
    return String.join("/", given);
  }

  private static boolean isTold(String part, boolean isFound) {
    return Slugs.isId(part)
        || FILE.matcher(part).matches()
        || (isFound && SLUG.matcher(part).matches());
  }
}
