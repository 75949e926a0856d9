package org.grappe.subsidy;

/** What a line is made of in the database, on the day {@code :on}. */
final class LineSql {
  /**
   * Whose region a line's is: that of the sector, the cluster whose line it is, or the
   * organisation.
   */
  static final String REGION = "coalesce(l.sector_region, {h.region}, {o.region})";

  static final String HOLDERS =
      """
      left join clusters h on h.id = coalesce(s.assigned, l.cluster)
      left join organisations o on o.id = l.organisation
      """;

  /** Of all that lines are, what they are on the day. */
  static final String SPANS_ON_DAY = "s.since <= :on and s.until > :on";

  /** The line itself and what it is on the day. */
  static final String ON_DAY =
      "subsidy_lines l join subsidy_spans s on s.line = l.id and " + SPANS_ON_DAY + "\n";

  /** These, and whose it is. */
  static final String FROM = ON_DAY + HOLDERS;

  /** The same by what they are, whatever the day. */
  static final String FROM_SPANS =
      "subsidy_spans s join subsidy_lines l on l.id = s.line\n" + HOLDERS;

  static final String COLUMNS =
      """
      l.id, l.version, l.created_at, l.updated_at, l.fiscal_year, l.purpose, l.budget_share,
      l.strategy, l.reference, l."grant", l.nature, l.payment_conditions, l.payment_period,
      l.eu_notified, l.rae_number, l.scheme, l.sources, l.statements, l.remarks,
      s.status, money_of(s.amount, l.currency) as amount, money_of(s.paid, l.currency) as paid,
      case when s.assigned is not null then h.id end as assigned_to_id,
      case when s.assigned is not null then {h.name} end as assigned_to_name,
      case when s.assigned is not null then h.slug end as assigned_to_slug,
      jsonb_strip_nulls(jsonb_build_object('cluster', named(b.id, {b.name}, b.slug),
        'programme', named(g.id, g.name), 'organisation', named(o.id, {o.name}),
        'sector', case when r.code is not null then jsonb_build_object(
          'region', jsonb_build_object('code', r.code, 'name', r.name),
          'name', l.beneficiary -> 'sector' ->> 'name') end)) as beneficiary,
      f.fundings, f.parts, t.steps, y.payments""";

  static final String DETAILS =
      """
      left join clusters b on b.id = l.cluster
      left join programmes g on g.id = l.programme
      left join regions r on r.code = l.sector_region
      left join lateral (
        select
          coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
              'funder', d.funder, 'origin', x.funding -> 'origin',
              'share', x.funding -> 'share', 'amount', x.funding -> 'amount',
              'rest', x.funding -> 'rest',
              'part', case when w.weight > 0 then money_of(a.part, l.currency) end)) order by w.n)
            filter (where x.n is not null), '[]') as fundings,
          coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
              'funder', d.funder, 'origin', coalesce(x.funding ->> 'origin', 'UNKNOWN'),
              'share', case when jsonb_path_exists(l.fundings, '$[*].share')
                then trim_scale(w.weight / 1000000) end,
              'amount', money_of(a.part, l.currency))) order by w.n)
            filter (where w.weight > 0 and a.part is not null and l.fundings <> '[]'), '[]')
            as parts
        from unnest(l.weights) with ordinality w(weight, n)
        left join jsonb_array_elements(l.fundings) with ordinality x(funding, n) on x.n = w.n
        left join clusters k on k.id = (x.funding ->> 'funder')::uuid
        left join organisations q on q.id = (x.funding ->> 'funder')::uuid
        cross join lateral (
          select coalesce(named(k.id, {k.name}, k.slug), named(q.id, {q.name})) as funder) d
        left join unnest(apportion(s.amount, l.weights)) with ordinality a(part, n) on a.n = w.n)
        f on true
      left join lateral (
        select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', step -> 'id',
            'status', step -> 'status', 'on', step -> 'on', 'amount', step -> 'amount',
            'qualifier', step -> 'qualifier', 'corrects', step -> 'corrects',
            'assignedTo', named(c.id, {c.name}, c.slug), 'sources', cited(step),
            'remarks', step -> 'remarks', 'createdAt', step -> 'at')) order by n) as steps
        from jsonb_array_elements(l.steps) with ordinality x(step, n)
        left join lateral (
          select k.id, k.name, k.slug, k.periods from clusters k
          where k.id = (step ->> 'assignedTo')::uuid limit 1) c on true)
        t on true
      left join lateral (
        select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', payment -> 'id',
            'on', payment -> 'on', 'amount', payment -> 'amount', 'sources', cited(payment),
            'remarks', payment -> 'remarks', 'createdAt', payment -> 'at'))
            order by payment ->> 'on', n), '[]') as payments
        from jsonb_array_elements(l.payments) with ordinality x(payment, n)) y on true""";

  private LineSql() {}
}
