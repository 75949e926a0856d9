package org.grappe.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.grappe.database.Database;
import org.grappe.membership.Namesakes.Namesake;
import org.grappe.table.CopyRows;
import org.grappe.value.Ids;

/**
 * Finds those who are told by a name alone: among the members of their cluster and those whom the
 * file itself names, one name after the other, so that memory holds the namesakes of a few.
 */
@ApplicationScoped
class MemberNames {
  private static final int STRETCH = 2000;

  /** More bearers of one name are not told apart. */
  private static final int MOST_NAMESAKES = 1000;

  private final Database database;

  MemberNames(Database database) {
    this.database = database;
  }

  /** A name that the file has in a cluster, with one city or none. */
  private record Party(String party, String group, Named named) {}

  void find() {
    database.change(
        """
        create temp table member_names on commit drop as
        select row_number() over (order by cluster_id, plain_name, first) as turn, party,
          cluster_id || plain_name as bearers, name, city
        from member_parties where by_name""");
    database.change("alter table member_names add primary key (turn)");
    database.change(
        """
        create temp table member_namesakes on commit drop as
        select distinct p.bearers, o.id, o.name, o.city, false as told
        from (
          select distinct cluster_id, plain_name, cluster_id || plain_name as bearers
          from member_parties where by_name) p
        join organisations o on plain(o.name) = p.plain_name
        where exists (
          select from memberships m
          where m.organisation = o.id and m.cluster is not distinct from p.cluster_id)
        union
        select p.bearers, k.id, k.name, k.city, true
        from (
          select distinct cluster_id, plain_name, cluster_id || plain_name as bearers
          from member_parties where by_name) p
        join (
          select distinct l.cluster_id, l.plain_name, q.id, q.name, q.city
          from member_keyed l join member_parties q using (party)
          where not l.blocked and not q.by_name and q.id is not null) k
          using (cluster_id, plain_name)""");
    database.change("create index on member_namesakes (bearers)");
    database.change("analyze member_namesakes");
    database.change(
        "create temp table member_decisions (party text, id uuid, fresh boolean) on commit drop");
    decide();
    database.change("analyze member_decisions");
    database.change(
        """
        update member_parties p
        set id = d.id, fresh = d.fresh, rule = case when d.id is null then 'doubtful' end
        from member_decisions d where d.party = p.party""");
  }

  private void decide() {
    String bearers = "";
    List<Namesake> known = List.of();
    for (long from = 1; ; from += STRETCH) {
      List<Party> parties =
          database.all(
              "select * from member_names where turn >= ? and turn < ? order by turn",
              MemberNames::party,
              List.of(from, from + STRETCH));
      if (parties.isEmpty()) {
        return;
      }
      Map<String, List<Namesake>> namesakes = namesakes(from);
      CopyRows decisions = new CopyRows();
      for (Party party : parties) {
        if (!party.group().equals(bearers)) {
          bearers = party.group();
          known = namesakes.getOrDefault(bearers, new ArrayList<>());
        }
        decide(party, known, decisions);
      }
      database.copy("copy member_decisions from stdin (format csv)", decisions.take());
    }
  }

  private static void decide(Party party, List<Namesake> known, CopyRows decisions) {
    Namesakes.Decision decision =
        known.size() > MOST_NAMESAKES
            ? Namesakes.Decision.DOUBTFUL
            : Namesakes.decide(party.named(), known);
    boolean isNew = decision.same() == null && !decision.isDoubtful();
    UUID id = isNew ? Ids.fresh() : decision.same();
    if (isNew) {
      known.add(new Namesake(id, party.named().name(), party.named().city(), true));
    }
    known.replaceAll(one -> one.id().equals(id) ? one.told() : one);
    decisions.add(party.party(), id, isNew);
  }

  private Map<String, List<Namesake>> namesakes(long from) {
    Map<String, List<Namesake>> found = new HashMap<>();
    database
        .all(
            """
            select s.* from member_namesakes s
            where s.bearers in (select bearers from member_names where turn >= ? and turn < ?)
            order by s.id""",
            row -> Map.entry(row.getString("bearers"), namesake(row)),
            List.of(from, from + STRETCH))
        .forEach(
            one ->
                found.computeIfAbsent(one.getKey(), key -> new ArrayList<>()).add(one.getValue()));
    return found;
  }

  private static Namesake namesake(ResultSet row) throws SQLException {
    return new Namesake(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("city"),
        row.getBoolean("told"));
  }

  private static Party party(ResultSet row) throws SQLException {
    return new Party(
        row.getString("party"),
        row.getString("bearers"),
        new Named(row.getString("name"), null, null, null, row.getString("city")));
  }
}
