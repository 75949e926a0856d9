package org.grappe.cache;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.grappe.database.Database;
import org.grappe.database.DatabaseFailure;
import org.grappe.problem.Problem;

/** What of the answers kept may be another since which position. */
@Singleton
class Touches {
  /** More are not told apart. */
  private static final int MOST = 10_000;

  private final Database database;
  private final Map<String, Long> clusters = new ConcurrentHashMap<>();
  private volatile long everything;

  Touches(Database database) {
    this.database = database;
  }

  /**
   * Learns what was written after one position up to another, before anybody knows of that.
   *
   * @return whether any answer may be another
   */
  boolean learn(long after, long until) {
    List<String> touched = after == until ? List.of() : touched(after, until);
    if (touched.contains("") || clusters.size() > MOST) {
      everything = until;
      clusters.clear();
    } else {
      touched.forEach(cluster -> clusters.put(cluster, until));
    }
    return !touched.isEmpty();
  }

  private List<String> touched(long after, long until) {
    try {
      return database.all(
          "select coalesce(touched, '') from touched_clusters(?, ?) touched",
          row -> row.getString(1),
          List.of(after, until));
    } catch (DatabaseFailure | Problem unknown) {
      return List.of("");
    }
  }

  /** Whether what was made of this position says of a cluster what would be said now. */
  boolean isCurrent(long position, String cluster) {
    return position >= everything && position >= clusters.getOrDefault(cluster, 0L);
  }
}
