package org.grappe.sharing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.grappe.cluster.ClusterKey;
import org.grappe.cluster.ClusterLookup;
import org.grappe.database.Database;
import org.grappe.query.AsOf;
import org.grappe.query.ListReader;
import org.grappe.query.Page;
import org.grappe.query.PathId;
import org.grappe.query.Scope;
import org.grappe.record.HistoryView;

/** A share as it is read, by its event and the cluster with which that is shared. */
@ApplicationScoped
class ShareReader {
  private final Shares shares;
  private final ClusterLookup clusters;
  private final Database database;
  private final ListReader reader;

  ShareReader(Shares shares, ClusterLookup clusters, Database database, ListReader reader) {
    this.shares = shares;
    this.clusters = clusters;
    this.database = database;
    this.reader = reader;
  }

  ShareView one(String event, String cluster, String on, String knownAt) {
    return knownAt != null
        ? oneThen(event, cluster, reader.asOf(on, knownAt, new Scope.Owner("events", event)))
        : shares.one(shares.requiredOf(event, cluster).id().toString(), on, null);
  }

  /** As it was known, whatever has been deleted or asked for again since. */
  private ShareView oneThen(String event, String cluster, AsOf asOf) {
    ClusterKey key = ClusterKey.of(cluster);
    return reader
        .one(
            ShareListing.LISTING,
            new Scope(
                "s.event = :event and s.cluster = " + key.sql(":partner"),
                Map.of("event", PathId.of(event), "partner", key.value())),
            asOf)
        .orElseThrow(() -> Shares.notFound(cluster));
  }

  Page<HistoryView> history(String event, String cluster) {
    UUID id = PathId.of(event);
    List<UUID> ever =
        clusters.find(ClusterKey.of(cluster).text()).stream()
            .flatMap(partner -> everShared(id, partner).stream())
            .toList();
    if (ever.isEmpty()) {
      throw Shares.notFound(cluster);
    }
    return shares.records().history(ever);
  }

  /** One after another: each was deleted before the next was asked for, and the last may be. */
  private List<UUID> everShared(UUID event, UUID partner) {
    return database.all(
        """
        select h.record_id from history h
        where h.record_table = 'shares' and (h.row ->> 'event')::uuid = ?
          and (h.row ->> 'cluster')::uuid = ?
        group by h.record_id order by max(h.seq)""",
        row -> row.getObject(1, UUID.class),
        List.of(event, partner));
  }
}
