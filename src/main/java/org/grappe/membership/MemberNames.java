package org.grappe.membership;

import jakarta.enterprise.context.ApplicationScoped;
import org.grappe.config.Today;
import org.grappe.database.Database;

/**
 * Finds those who are told by a name alone: among the members of their cluster and those whom the
 * file itself names.
 */
@ApplicationScoped
class MemberNames {
  private final Database database;
  private final Today today;
  private final NamesakeDecisions decisions;

  MemberNames(Database database, Today today, NamesakeDecisions decisions) {
    this.database = database;
    this.today = today;
    this.decisions = decisions;
  }

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
        where o.periods = '[]' and exists (
          select from memberships m
          where m.organisation = o.id and m.cluster is not distinct from p.cluster_id)
        union
        select p.bearers, o.id, called.name, on_day(o.city, o.periods, 'city', ?::date), false
        from (
          select distinct cluster_id, plain_name, cluster_id || plain_name as bearers
          from member_parties where by_name) p
        join organisations o on o.periods <> '[]'
        cross join lateral (
          select name from unnest(names_in(o.periods)) with ordinality n(name, place)
          where plain(name) = p.plain_name order by place desc limit 1) called
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
          using (cluster_id, plain_name)""",
        today.day());
    database.change("create index on member_namesakes (bearers)");
    database.change("analyze member_namesakes");
    database.change(
        "create temp table member_decisions (party text, id uuid, fresh boolean) on commit drop");
    decisions.decide();
    database.change("analyze member_decisions");
    database.change(
        """
        update member_parties p
        set id = d.id, fresh = d.fresh, rule = case when d.id is null then 'doubtful' end
        from member_decisions d where d.party = p.party""");
  }
}
