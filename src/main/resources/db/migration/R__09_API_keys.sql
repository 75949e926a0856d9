call keep_history('credentials', array['search', 'secret_hash']);

create or replace function sync_edited_clusters() returns trigger language plpgsql as $$
begin
  delete from edited_clusters where credential = new.id;
  insert into edited_clusters (credential, cluster) select new.id, unnest(new.clusters);
  return null;
end $$;

create or replace trigger sync_edited_clusters after insert or update of clusters on credentials
  for each row execute function sync_edited_clusters();

-- Only administrators read them.
create or replace function readers_of_credentials(record jsonb) returns uuid[] language sql immutable parallel safe
  return '{}'::uuid[];
