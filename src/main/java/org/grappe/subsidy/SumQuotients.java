package org.grappe.subsidy;

/** What a sum comes to beside other things: other territories, members, companies. */
final class SumQuotients {
  /** To every other territory that is compared. */
  static final String RATIOS =
      """
      (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
          'to', jsonb_build_object('code', r.code, 'name', r.name),
          'reason', case when 0 = any(array[u.reported, u.announced, u.budgeted, u.voted, u.agreed,
            u.paid]) then case when u.without > 0 then 'DIVISOR_UNKNOWN' else 'DIVISOR_NOUGHT' end end,
          'reported', multiple(t.reported, u.reported),
          'announced', multiple(t.announced, u.announced),
          'budgeted', multiple(t.budgeted, u.budgeted), 'voted', multiple(t.voted, u.voted),
          'agreed', multiple(t.agreed, u.agreed), 'paid', multiple(t.paid, u.paid)))
          order by u.place)
        from compared u join regions r on r.code = u.region
        where u.currency = t.currency and u.place <> t.place)""";

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
      , holders as (
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
      , members as (
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

  /** Where no member is known, nothing is said of how many there are. */
  static final String PER_MEMBER =
      """
      left join lateral (
        select jsonb_strip_nulls(jsonb_build_object(
          'members', nullif(n.members, 0),
          'reason', case when c.ids is null then 'NO_CLUSTER'
            when t.others then 'OTHER_BENEFICIARIES' when n.members = 0 then 'MEMBERS_NOT_KNOWN' end))
          || quotients(case when not t.others then coalesce(n.members, 0) end,
            t.reported, t.announced, t.budgeted, t.voted, t.agreed, t.paid) as per_member
        from holders c left join members n on n.ids = c.ids and n.day = c.day
        where c.lists = coalesce(t.holders, '[]') and c.day = coalesce(t.day, :on)) pm on true
      """;

  static final String PER_COMPANY =
      """
      left join lateral (
        select jsonb_strip_nulls(jsonb_build_object(
          'companies', case when g.id is not null then jsonb_build_object('id', g.id,
            'region', jsonb_build_object('code', r.code, 'name', r.name),
            'sector', g.subject -> 'sector', 'value', g.value, 'asOf', g.as_of,
            'qualifier', g.qualifier,
            'sources', cited(jsonb_build_object('sources', g.sources))) end,
          'reason', case when c.several then 'SEVERAL_TERRITORIES'
            when c.code is null then 'NO_TERRITORY' when g.id is null then 'NO_FIGURE'
            when g.value <= 0 then 'DIVISOR_NOUGHT' end))
          || quotients(g.value,
            t.reported, t.announced, t.budgeted, t.voted, t.agreed, t.paid) as per_company
        from (select %s from (
            select array_agg(distinct b.code) as codes
            from jsonb_array_elements(t.regions) a(list), jsonb_array_elements_text(list) b(code)) all_codes) c
        left join regions r on r.code = c.code
        left join lateral (
          select f.id, f.subject, f.value, f.as_of, f.qualifier, f.sources from figures f
          where f.subject_region = c.code and f.metric = 'COMPANIES' and f.nature = 'REPORTED'
            and f.compared_to is null and f.of is null and first_day(f.as_of) <= :on
            and (:sector = '' or plain(f.subject ->> 'sector') = plain(:sector))
          order by f.as_of collate "C" desc, f.id desc limit 1) g on true) pc on true
      """;

  /** The territory is the group's, or the one that was asked for, or the only one there is. */
  static final String ASKED_TERRITORY =
      """
      coalesce(nullif(:region, ''), case when cardinality(codes) = 1 then codes[1] end) as code,
      :region = '' and cardinality(codes) > 1 as several""";

  private SumQuotients() {}
}
