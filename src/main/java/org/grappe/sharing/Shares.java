package org.grappe.sharing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.grappe.cluster.ClusterKey;
import org.grappe.cluster.ClusterLookup;
import org.grappe.event.EventLookup;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;
import org.grappe.query.Dated;
import org.grappe.query.Listing;
import org.grappe.query.Page;
import org.grappe.query.PathId;
import org.grappe.query.Sort;
import org.grappe.record.Owners;
import org.grappe.record.Records;
import org.grappe.record.RecordsFactory;
import org.grappe.record.Repository;

/** The shares of the events. */
@ApplicationScoped
class Shares implements Repository<Share, Share.Content, ShareView> {
  private static final String STATUS = "share_status(s.accepted_on, s.refused_on, :on)";

  static final Listing<ShareView> LISTING =
      Listing.of(
              "/events/{event}/shares",
              ShareView.class,
              """
              s.id, s.version, s.created_at, s.updated_at, s.sources, s.statements, s.remarks,
              %1$s as status, case %1$s when 'REFUSED' then s.refused_on
                when 'ACCEPTED' then s.accepted_on else s.requested_on end as "on",
              c.id as cluster_id, {c.name} as cluster_name, c.slug as cluster_slug,
              k.id as convention_id, k.title as convention_name"""
                  .formatted(STATUS),
              """
              shares s join clusters c on c.id = s.cluster
              join conventions k on k.id = s.convention""")
          .temporal()
          .existsWhen("s.requested_on <= :on and coalesce(s.until, 'infinity') > :on")
          .choice("status", ShareStatus.class, STATUS, "What became of it.")
          .sort("name", Sort.Kind.TEXT, Dated.onDay("{c.name}"))
          .sortedBy("name");

  private final Records<Share, Share.Content, ShareView> records;
  private final EventLookup events;
  private final ClusterLookup clusters;

  Shares(RecordsFactory records, EventLookup events, ClusterLookup clusters) {
    this.records = records.of(this, Share::new, Share.Content.class, LISTING);
    this.events = events;
    this.clusters = clusters;
  }

  @Override
  public Records<Share, Share.Content, ShareView> records() {
    return records;
  }

  /** Host and partner read what became of it, and either takes it back. */
  @Override
  public Owners owners(Share share) {
    List<UUID> both = new ArrayList<>(List.of(share.content().cluster()));
    events.host(share.event()).ifPresent(both::add);
    return Owners.any(both);
  }

  Page<ShareView> pageOf(String event) {
    return records.pageOf("s.event", "events", PathId.of(event));
  }

  /**
   * The share of an event with a cluster.
   *
   * @throws Problem {@code not-found}
   */
  Share requiredOf(String event, String cluster) {
    return found(event, cluster).orElseThrow(() -> notFound(cluster));
  }

  private Optional<Share> found(String event, String cluster) {
    UUID id = PathId.of(event);
    return clusters.find(ClusterKey.of(cluster).text()).flatMap(partner -> shared(id, partner));
  }

  static Problem notFound(String cluster) {
    return Problems.notFound("shares", cluster);
  }

  Optional<Share> shared(UUID event, UUID partner) {
    return find("event = ?1 and content.cluster = ?2", event, partner).firstResultOptional();
  }

  @Override
  public String path(Share share) {
    return "/events/" + share.event() + "/shares";
  }
}
