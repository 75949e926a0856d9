package org.grappe.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes whatever comes to its mind; much of it is refused. */
final class RandomWriter {
  private final Instances instances;
  private final List<String> clusters;
  private final Random random;
  private final List<String> organisations = new ArrayList<>();
  private final List<String> memberships = new ArrayList<>();
  private int count;

  RandomWriter(Instances instances, List<String> clusters, Random random) {
    this.instances = instances;
    this.clusters = clusters;
    this.random = random;
  }

  void writeUntil(long end) {
    while (System.nanoTime() < end) {
      write(random.nextInt(20));
    }
  }

  private void write(int what) {
    if (what < 5 || organisations.isEmpty()) {
      add(
          organisations,
          instances.make(
              "/organisations", "{\"name\":\"O %s\",\"kind\":\"COMPANY\"}".formatted(name())));
    } else if (what < 8) {
      patch("/organisations/" + any(organisations), "{\"name\":\"P %s\"}".formatted(name()));
    } else if (what < 12) {
      String from =
          random.nextBoolean() ? ",\"from\":\"2010-01-01\"" : ",\"appliedOn\":\"2010-01-01\"";
      add(
          memberships,
          instances.make(
              "/memberships",
              "{\"cluster\":\"%s\",\"organisation\":\"%s\"%s}"
                  .formatted(any(clusters), any(organisations), from)));
    } else if (what < 14 && !memberships.isEmpty()) {
      patch(
          "/memberships/" + any(memberships),
          random.nextBoolean()
              ? "{\"from\":\"2011-01-01\"}"
              : "{\"from\":null,\"appliedOn\":\"2010-02-01\"}");
    } else if (what < 16 && !memberships.isEmpty()) {
      delete("/memberships/" + memberships.remove(random.nextInt(memberships.size())));
    } else if (what == 16) {
      delete("/organisations/" + organisations.remove(random.nextInt(organisations.size())));
    } else if (what == 17) {
      members();
    } else if (what == 18) {
      merge();
    } else {
      // refused by the database, once much of it is written
      instances.make("/clusters", "{\"slug\":\"c1\",\"name\":\"C\",\"region\":\"76\"}");
    }
  }

  private void members() {
    StringBuilder file = new StringBuilder("name;from\n");
    for (int i = 0; i < 30; i++) {
      file.append("M ").append(name()).append(";2012-01-01\n");
    }
    instances.ask("POST", "/memberships/csv?cluster=" + any(clusters), "text/csv", file.toString());
  }

  /** A merger, and mostly its reversal. */
  private void merge() {
    String one = any(clusters);
    String two = any(clusters);
    if (one.equals(two)) {
      return;
    }
    String merger =
        instances.make(
            "/mergers", "{\"parties\":[\"%s\",\"%s\"],\"result\":\"%s\"}".formatted(one, two, one));
    if (merger != null) {
      instances.ask(
          "POST",
          "/mergers/" + merger + "/completion",
          "application/json",
          "{\"effectiveOn\":\"2020-01-01\",\"withoutBallots\":true,\"reason\":\"a test\"}");
      instances.ask(
          "POST",
          "/mergers/" + merger + "/reversal",
          "application/json",
          "{\"reason\":\"a test\"}");
    }
  }

  private void patch(String path, String body) {
    instances.ask("PATCH", path, "application/merge-patch+json", body, "If-Match", "*");
  }

  private void delete(String path) {
    instances.ask("DELETE", path, "application/json", null, "If-Match", "*");
  }

  private static void add(List<String> all, String id) {
    if (id != null) {
      all.add(id);
    }
  }

  private String any(List<String> all) {
    return all.get(random.nextInt(all.size()));
  }

  private String name() {
    return Long.toString(random.nextLong() >>> 1, 36) + " " + count++;
  }
}
