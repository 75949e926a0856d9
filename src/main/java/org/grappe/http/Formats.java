package org.grappe.http;

/** The formats of lists beside JSON. */
public final class Formats {
  public static final String CSV = "text/csv";
  public static final String NDJSON = "application/x-ndjson";

  /** Single records, for search engines. */
  public static final String JSON_LD = "application/ld+json";

  /** Catalogues, for portals. */
  public static final String TURTLE = "text/turtle";

  /** Under which the data may be used. */
  public static final String DATA_LICENCE =
      "https://www.etalab.gouv.fr/licence-ouverte-open-licence/";

  private Formats() {}
}
