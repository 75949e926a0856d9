package org.grappe.http;

/** The formats of lists beside JSON. */
public final class Formats {
  public static final String CSV = "text/csv";
  public static final String NDJSON = "application/x-ndjson";

  /** Single records, for search engines. */
  public static final String JSON_LD = "application/ld+json";

  private Formats() {}
}
