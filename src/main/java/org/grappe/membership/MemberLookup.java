package org.grappe.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.grappe.membership.Namesakes.Namesake;
import org.grappe.shared.Slugs;
import org.grappe.shared.read.Database;

/** What a file of members is compared with. */
@ApplicationScoped
class MemberLookup {
  private static final LocalDate OPEN = LocalDate.of(9999, 12, 31);
  private final Database database;

  MemberLookup(Database database) {
    this.database = database;
  }

  Optional<UUID> cluster(String key) {
    return Slugs.id(key)
        .flatMap(id -> id("select id from clusters where id = ?", id))
        .or(() -> id("select id from clusters where slug = ?", key));
  }

  Optional<UUID> organisation(String key) {
    return Slugs.id(key).flatMap(id -> id("select id from organisations where id = ?", id));
  }

  Optional<UUID> college(UUID cluster, String name) {
    return id(
        "select id from colleges where cluster = ? and (plain(name) = plain(?) or id::text = ?)",
        cluster,
        name,
        name);
  }

  /** The members of a cluster whose names have the same letters and digits. */
  List<Namesake> namesakes(UUID cluster, String name) {
    return database.all(
        """
        select o.id, o.name, o.city from organisations o
        where plain(o.name) = plain(?)
          and exists (select from memberships m where m.organisation = o.id and m.cluster = ?)
        order by o.id""",
        row -> new Namesake(row.getObject(1, UUID.class), row.getString(2), row.getString(3)),
        List.of(name, cluster));
  }

  /** Whether the very same membership is in the register. */
  boolean isThere(MembershipContent content) {
    return id(
            """
            select id from memberships where cluster = ? and organisation = ?
              and coalesce("from", '9999-12-31') = ? and coalesce(until, '9999-12-31') = ?
              and coalesce(applied_on, '9999-12-31') = ?""",
            content.cluster(),
            content.organisation(),
            orOpen(content.from()),
            orOpen(content.until()),
            orOpen(content.appliedOn()))
        .isPresent();
  }

  /** What the database would refuse it for, so that the line can be told and the others go on. */
  Optional<String> obstacle(MembershipContent content) {
    return database
        .all(
            """
            select case
              when not within_life(nullif(?, date '9999-12-31'), nullif(?, date '9999-12-31'),
                  nullif(?, date '9999-12-31'), c.announced_on, c.founded_on, c.dissolved_on)
                then 'outside-cluster-life'
              when exists (select from memberships m
                  where m.cluster = c.id and m.organisation = ? and m.refused_on is null
                    and daterange(m."from", m.until) && daterange(?, ?)
                    and (m."from" is null) = (? = date '9999-12-31'))
                then 'membership-overlap'
              else '' end
            from clusters c where c.id = ?""",
            row -> row.getString(1),
            List.of(
                orOpen(content.appliedOn()),
                orOpen(content.from()),
                orOpen(content.until()),
                content.organisation(),
                content.from() == null ? LocalDate.of(1800, 1, 1) : content.from(),
                orOpen(content.until()),
                orOpen(content.from()),
                content.cluster()))
        .stream()
        .filter(rule -> !rule.isEmpty())
        .findFirst();
  }

  private static LocalDate orOpen(LocalDate day) {
    return day == null ? OPEN : day;
  }

  private Optional<UUID> id(String sql, Object... args) {
    return database.one(sql, row -> row.getObject(1, UUID.class), args);
  }
}
