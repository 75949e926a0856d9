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
        where :includePredecessors = 'true' and (k.slug = :cluster or k.id::text = lower(:cluster)))
      , holders as (
        select t.lists, c.ids
        from (select distinct coalesce(holders, '[]') as lists from %s) t
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
        select mask, count(*) as members
        from (
          select bit_or(k.mask) as mask
          from (
            select m.organisation, m.cluster from memberships m
            where m.cluster = any(array(select cluster from masks)) and m."from" <= :on
              and (m.until is null or m.until > :on) offset 0) m
          join masks k on k.cluster = m.cluster group by m.organisation) x
        group by mask)
      , members as (
        select s.ids, coalesce(sum(p.members), 0)::bigint as members
        from sets s left join patterns p on get_bit(p.mask, s.n::int) = 1 group by s.ids
        union all
        select x.ids, n.members
        from (select distinct ids from holders where cardinality(ids) = 1) x
        cross join lateral (
          select count(distinct m.organisation) as members from memberships m
          where m.cluster = x.ids[1] and m."from" <= :on
            and (m.until is null or m.until > :on)) n)
      """;

  static final String PER_MEMBER =
      """
      left join lateral (
        select jsonb_strip_nulls(jsonb_build_object(
          'members', n.members,
          'reason', case when c.ids is null then 'NO_CLUSTER'
            when t.others then 'OTHER_BENEFICIARIES' when n.members = 0 then 'NO_MEMBERS' end))
          || quotients(case when not t.others then coalesce(n.members, 0) end,
            t.reported, t.announced, t.budgeted, t.voted, t.agreed, t.paid) as per_member
        from holders c left join members n on n.ids = c.ids
        where c.lists = coalesce(t.holders, '[]')) pm on true
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
