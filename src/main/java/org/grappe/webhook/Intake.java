package org.grappe.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.grappe.caller.Caller;
import org.grappe.change.ChangeFeed;
import org.grappe.change.ChangeFeed.Told;
import org.grappe.database.Database;
import org.grappe.position.FeedCursors;
import org.grappe.position.FeedPlaces;
import org.grappe.position.Head;
import org.grappe.position.Place;
import org.grappe.value.Ids;

/** What comes into the queue of a webhook; its leader holds the webhook meanwhile. */
@ApplicationScoped
class Intake {
  private final Database database;
  private final ChangeFeed feed;
  private final FeedPlaces places;
  private final FeedCursors cursors;
  private final WebhookConfig config;

  Intake(
      Database database,
      ChangeFeed feed,
      FeedPlaces places,
      FeedCursors cursors,
      WebhookConfig config) {
    this.database = database;
    this.feed = feed;
    this.places = places;
    this.cursors = cursors;
    this.config = config;
  }

  /** What was between is lost to it, and what waits is of another feed. */
  void tellGone(Subscription subscription, Head head) {
    database.change(
        """
        delete from webhook_deliveries
        where webhook = ? and kind = 'CHANGE' and status = 'WAITING'""",
        subscription.id());
    Place now = places.at(head.epoch(), head.position());
    database.change(
        """
        insert into webhook_deliveries (id, webhook, kind, cursor) values (?, ?, 'CURSOR_GONE', ?)""",
        Ids.fresh(),
        subscription.id(),
        cursors.write(now));
    move(subscription, now);
  }

  /**
   * Queues what is told behind the place of a webhook, a portion of it, as far as there is room.
   *
   * @param end what is behind it is not looked at
   * @return whether there is more, and room for it
   */
  boolean fill(Subscription subscription, Caller caller, String epoch, long end) {
    int room =
        config.queue()
            - database
                .one(
                    """
                    select count(*)::int from webhook_deliveries
                    where webhook = ? and status = 'WAITING'""",
                    row -> row.getInt(1),
                    subscription.id())
                .orElseThrow();
    long at = subscription.place().position();
    if (room <= 0 || at >= end) {
      return false;
    }
    long upTo = Math.min(at + ChangeFeed.PORTION, end);
    List<Told> told = feed.between(subscription.wanted(caller), at, upTo, epoch);
    List<Told> taken = told.subList(0, Math.min(room, told.size()));
    add(subscription.id(), taken);
    boolean isFull = taken.size() < told.size();
    long last = isFull ? taken.get(taken.size() - 1).place().position() : upTo;
    move(subscription, places.at(epoch, last));
    return !isFull && last < end;
  }

  private void add(UUID webhook, List<Told> told) {
    if (told.isEmpty()) {
      return;
    }
    database.change(
        """
        insert into webhook_deliveries (id, webhook, kind, epoch, position, cursor, type, record)
        select d.id, ?, 'CHANGE', ?, d.position, d.cursor, d.type, d.record
        from unnest(?::uuid[], ?::bigint[], ?::text[], ?::text[], ?::uuid[]) d(id, position, cursor, type, record)
        order by d.position
        on conflict (webhook, epoch, position) do nothing""",
        webhook,
        told.get(0).place().epoch(),
        told.stream().map(one -> Ids.fresh()).toList(),
        told.stream().map(one -> one.place().position()).toList(),
        told.stream().map(one -> cursors.write(one.place())).toList(),
        told.stream().map(Told::type).toList(),
        told.stream().map(Told::record).toList());
  }

  private void move(Subscription subscription, Place place) {
    database.change(
        "update webhooks set epoch = ?, position = ?, fingerprint = ? where id = ?",
        place.epoch(),
        place.position(),
        place.fingerprint(),
        subscription.id());
  }
}
