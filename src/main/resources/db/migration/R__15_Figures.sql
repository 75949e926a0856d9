call keep_citations('figures');
call keep_history('figures', array['search']);

-- The clusters whose editors write what is counted of an event, its host's, or of a merger, any party's.
create or replace function clusters_counted(event uuid, merger uuid) returns setof uuid
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

create or replace function sync_figure_clusters() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    delete from figure_clusters where figure = new.id;
  end if;
  insert into figure_clusters (figure, cluster, ordinal)
  select new.id, id::uuid, ordinal
  from jsonb_array_elements_text(new.subject -> 'clusters') with ordinality together(id, ordinal);
  return null;
end $$;

drop trigger if exists sync_figure_clusters on figures;
create or replace trigger sync_figure_clusters_added after insert on figures
  for each row when (new.subject ? 'clusters') execute function sync_figure_clusters();
create or replace trigger sync_figure_clusters_changed after update of subject on figures
  for each row when ((old.subject -> 'clusters') is distinct from (new.subject -> 'clusters'))
  execute function sync_figure_clusters();

call follow_from_records('figure_clusters',
  'select f.id as figure, together.id::uuid as cluster, together.ordinal::int
   from figures f cross join lateral jsonb_array_elements_text(f.subject -> ''clusters'')
     with ordinality together(id, ordinal)', reference => 'figure', referred => 'figures');
