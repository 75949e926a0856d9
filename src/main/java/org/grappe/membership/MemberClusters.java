package org.grappe.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.grappe.database.Database;

/** The clusters to which the members of a file belong. */
@ApplicationScoped
class MemberClusters {
  private final Database database;

  MemberClusters(Database database) {
    this.database = database;
  }

  /** Which clusters the lines name; answers those that there are. */
  List<UUID> find() {
    database.change("analyze member_lines");
    database.change(
        """
        create temp table member_clusters on commit drop as
        select key, coalesce(
          case when lower(key) ~ '%s' then (select id from clusters where id = key::uuid) end,
          clusters_named(key)) as id
        from (select distinct cluster from member_lines where cluster is not null) said (key)"""
            .formatted(MemberParties.UUID_TEXT));
    database.change("alter table member_clusters add primary key (key)");
    return database.all(
        "select distinct id from member_clusters where id is not null order by id",
        row -> row.getObject(1, UUID.class),
        List.of());
  }

  /** The clusters in which members of theirs go on. */
  List<UUID> followers() {
    return database.all(
        """
        select heirs_of(array(select id from member_clusters where id is not null))""",
        row -> row.getObject(1, UUID.class),
        List.of());
  }

  /** The clusters that are written to, in the one order in which they are claimed and locked. */
  String claims() {
    return "select distinct 'members of ' || id from member_clusters where id is not null";
  }

  /** Holds the clusters as they are, before what belongs to them. */
  void lock() {
    database.one(
        """
        select count(*) from (
          select from clusters where id in (select id from member_clusters) order by id for share) c""",
        row -> row.getLong(1));
  }
}
