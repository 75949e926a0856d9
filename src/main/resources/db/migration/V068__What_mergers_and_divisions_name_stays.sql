-- What mergers and divisions name besides clusters: what is assigned, and the colleges that are mapped. So the database
-- itself refuses that any of it goes while it is named.
create table named_in_undertakings (
  merger uuid constraint fk_named_merger references mergers (id) on delete cascade,
  division uuid constraint fk_named_division references divisions (id) on delete cascade,
  membership uuid constraint fk_named_membership references memberships (id),
  college uuid constraint fk_named_college references colleges (id),
  office uuid constraint fk_named_office references offices (id),
  convention uuid constraint fk_named_convention references conventions (id),
  event uuid constraint fk_named_event references events (id),
  thing uuid not null generated always as (coalesce(membership, college, office, convention, event)) stored,
  constraint ck_named_in_one check (num_nonnulls(merger, division) = 1),
  constraint ck_named_one check (num_nonnulls(membership, college, office, convention, event) = 1)
);
create unique index ix_named_thing on named_in_undertakings (thing, coalesce(division, merger));
create index ix_named_merger on named_in_undertakings (merger) where merger is not null;
create index ix_named_division on named_in_undertakings (division) where division is not null;
create index ix_named_membership on named_in_undertakings (membership) where membership is not null;
create index ix_named_college on named_in_undertakings (college) where college is not null;
create index ix_named_office on named_in_undertakings (office) where office is not null;
create index ix_named_convention on named_in_undertakings (convention) where convention is not null;
create index ix_named_event on named_in_undertakings (event) where event is not null;

insert into named_in_undertakings (division, membership, college, office, convention, event)
select distinct d.id, m.id, k.id, o.id, c.id, e.id
from divisions d
cross join lateral (
  select x from jsonb_array_elements(d.assignments) x
  union all
  select jsonb_build_object('college', y -> f) from jsonb_array_elements(d.college_mapping) y, unnest(array['from', 'to']) f) a
left join memberships m on m.id = (a.x ->> 'membership')::uuid
left join colleges k on k.id = (a.x ->> 'college')::uuid
left join offices o on o.id = (a.x ->> 'office')::uuid
left join conventions c on c.id = (a.x ->> 'convention')::uuid
left join events e on e.id = (a.x ->> 'event')::uuid
where num_nonnulls(m.id, k.id, o.id, c.id, e.id) = 1;

insert into named_in_undertakings (merger, college)
select distinct g.id, k.id
from mergers g cross join jsonb_array_elements(g.college_mapping) y cross join unnest(array['from', 'to']) f
join colleges k on k.id = (y ->> f)::uuid;

-- A reversal takes back the college of an application and the application in one act.
alter table memberships alter constraint fk_memberships_college deferrable initially immediate;

-- Results of mergers and divisions that their own editors named alone: they have no say in what others have begun.
create table self_named_results (
  undertaking uuid not null,
  cluster uuid not null constraint fk_self_named_results_cluster references clusters (id) on delete cascade,
  constraint pk_self_named_results primary key (undertaking, cluster)
);
create index ix_self_named_results_cluster on self_named_results (cluster);
