package org.grappe.subsidy;

/** What a sum comes to for each member of its beneficiaries. */
final class SumPerMember {
  /**
   * How many members the clusters of each group have. Many groups have much the same clusters, as
   * have the lines of each year: so the members of all are read once, each with the sets of
   * clusters that it belongs to as bits, and equal ones are counted together. A cluster by itself
   * is counted by itself. With predecessors, the members are those of all the family that was asked
   * for.
   */
  static final String MEMBERS =
      """
      , family as materialized (
        select lineage_of(k.id, :on) as id from clusters k
        where :includePredecessors = 'true' and (k.id = (select clusters_named(:cluster)) or k.id::text = lower(:cluster)))
      , holders as materialized (
        select t.lists, t.day, c.ids
        from (select distinct coalesce(holders, '[]') as lists, coalesce(day, :on) as day from %s) t
        cross join lateral (
          select array_agg(distinct b.id) as ids
          from (
            select l.id::uuid as id
            from jsonb_array_elements(t.lists) a(list), jsonb_array_elements_text(list) l(id)
            union all
            select id from family) b) c)
      , sets as materialized (
        select row_number() over () - 1 as n, ids
        from (select distinct ids from holders where cardinality(ids) > 1) x)
      , masks as materialized (
        select cluster, bit_or(set_bit(
            repeat('0', (select count(*)::int from sets))::varbit, n::int, 1)) as mask
        from (select n, unnest(ids) as cluster from sets) x group by cluster)
      , patterns as materialized (
        select day, mask, count(*) as members
        from (
          select m.day, bit_or(k.mask) as mask
          from (
            select d.day, m.organisation, m.cluster
            from (select distinct day from holders where cardinality(ids) > 1) d
            join memberships m on m."from" <= d.day and (m.until is null or m.until > d.day)
            where m.cluster = any(array(select cluster from masks)) offset 0) m
          join masks k on k.cluster = m.cluster group by m.day, m.organisation) x
        group by day, mask)
      , members as materialized (
        select h.ids, h.day, coalesce(sum(p.members), 0)::bigint as members
        from (select distinct ids, day from holders where cardinality(ids) > 1) h
        join sets s on s.ids = h.ids
        left join patterns p on p.day = h.day and get_bit(p.mask, s.n::int) = 1
        group by h.ids, h.day
        union all
        select x.ids, x.day, n.members
        from (select distinct ids, day from holders where cardinality(ids) = 1) x
        cross join lateral (
          select count(distinct m.organisation) as members from memberships m
          where m.cluster = x.ids[1] and m."from" <= x.day
            and (m.until is null or m.until > x.day)) n)
      """;

  /**
   * Where no member is known, nothing is said of how many there are. The members are counted
   * before, for a question within a lateral join would be asked for each of thousands of groups.
   */
  static final String QUOTIENTS =
      """
      left join holders held on held.lists = coalesce(t.holders, '[]') and held.day = coalesce(t.day, :on)
      left join members counted on counted.ids = held.ids and counted.day = held.day
      cross join lateral (
        select jsonb_strip_nulls(jsonb_build_object(
          'members', nullif(counted.members, 0),
          'reason', case when held.ids is null then 'NO_CLUSTER'
            when t.others then 'OTHER_BENEFICIARIES' when counted.members = 0 then 'MEMBERS_NOT_KNOWN' end))
          || quotients(case when not t.others then coalesce(counted.members, 0) end,
            t.reported, t.announced, t.budgeted, t.voted, t.agreed, t.paid) as per_member) pm
      """;

  private SumPerMember() {}
}
