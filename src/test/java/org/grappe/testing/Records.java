package org.grappe.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Bodies that say only what matters to a test. */
public final class Records {
  private static final AtomicLong SIRENS = new AtomicLong(System.currentTimeMillis() % 10_000_000);

  private Records() {}

  public static Map<String, Object> aCluster() {
    return with(
        new LinkedHashMap<>(),
        "slug",
        Api.unique("cluster"),
        "name",
        Api.unique("Cluster"),
        "region",
        "76");
  }

  public static Map<String, Object> anOrganisation() {
    return with(new LinkedHashMap<>(), "name", Api.unique("Organisation"), "kind", "COMPANY");
  }

  public static Map<String, Object> aSource() {
    return with(
        new LinkedHashMap<>(), "publisher", "P", "kind", "PRESS", "title", Api.unique("Title"));
  }

  public static Map<String, Object> aMembership(String cluster, String organisation) {
    return with(new LinkedHashMap<>(), "cluster", cluster, "organisation", organisation);
  }

  public static Map<String, Object> anEvent(String host) {
    return with(new LinkedHashMap<>(), "name", Api.unique("Event"), "host", host);
  }

  /** A convention on events, in force since 2016. */
  public static Map<String, Object> aConvention(String... parties) {
    return with(
        new LinkedHashMap<>(),
        "title",
        Api.unique("Convention"),
        "parties",
        List.of(parties),
        "covers",
        List.of("EVENTS"),
        "signings",
        List.of(Map.of("on", "2016-01-01")));
  }

  /** The same body with more members. */
  public static Map<String, Object> with(Map<String, Object> body, Object... members) {
    for (int i = 0; i < members.length; i += 2) {
      body.put((String) members[i], members[i + 1]);
    }
    return body;
  }

  /**
   * A SIREN that no other test has: eight digits and the one that completes the Luhn sum. They go
   * on from the time, so that they are new too after this class was loaded again; files of made-up
   * bodies have those below.
   */
  public static String aSiren() {
    String eight = String.format("%08d", 90_000_000 + SIRENS.getAndIncrement() % 10_000_000);
    int sum = 0;
    for (int i = 0; i < 8; i++) {
      int digit = eight.charAt(7 - i) - '0';
      int weighted = i % 2 == 0 ? 2 * digit : digit;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return eight + (10 - sum % 10) % 10;
  }
}
