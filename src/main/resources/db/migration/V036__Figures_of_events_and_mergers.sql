alter table figures
  add column subject_event uuid generated always as ((subject ->> 'event')::uuid) stored
    constraint fk_figures_subject_event references events (id),
  add column subject_merger uuid generated always as ((subject ->> 'merger')::uuid) stored
    constraint fk_figures_subject_merger references mergers (id),
  add column of_event uuid generated always as ((of ->> 'event')::uuid) stored
    constraint fk_figures_of_event references events (id),
  add column of_merger uuid generated always as ((of ->> 'merger')::uuid) stored
    constraint fk_figures_of_merger references mergers (id),
  add column compared_to_event uuid generated always as ((compared_to ->> 'event')::uuid) stored
    constraint fk_figures_compared_to_event references events (id),
  add column compared_to_merger uuid generated always as ((compared_to ->> 'merger')::uuid) stored
    constraint fk_figures_compared_to_merger references mergers (id);
create index ix_figures_subject_event on figures (subject_event) where subject_event is not null;
create index ix_figures_subject_merger on figures (subject_merger) where subject_merger is not null;
create index ix_figures_of_event on figures (of_event) where of_event is not null;
create index ix_figures_of_merger on figures (of_merger) where of_merger is not null;
create index ix_figures_compared_to_event on figures (compared_to_event) where compared_to_event is not null;
create index ix_figures_compared_to_merger on figures (compared_to_merger) where compared_to_merger is not null;

-- The clusters whose editors write what is counted of an event, its host's, or of a merger, any party's.
create function clusters_counted(event uuid, merger uuid) returns setof uuid
  language sql stable parallel safe
begin atomic
  select e.host_cluster from events e
  where e.id = clusters_counted.event and e.host_cluster is not null
  union all
  select unnest(m.parties) from mergers m where m.id = clusters_counted.merger;
end;

create or replace function clusters_of_figures(record jsonb) returns uuid[] language sql stable parallel safe
  return array_remove(
    array[(record -> 'subject' ->> 'cluster')::uuid]
      || array(select jsonb_array_elements_text(record -> 'subject' -> 'clusters')::uuid)
      || array(select clusters_counted(
           (record -> 'subject' ->> 'event')::uuid, (record -> 'subject' ->> 'merger')::uuid)), null);

-- A merger has no name; it is called by its parties.
create function merger_name(parties uuid[]) returns text
  language sql stable parallel safe
  return (
    select string_agg(c.name, ' + ' order by n)
    from unnest(parties) with ordinality party(id, n) join clusters c on c.id = party.id);
