-- Who writes what belongs to a cluster shares it until the transaction ends; an act that reaches over all that belongs
-- to it (a merger, its reversal, a dissolution) holds it alone. These are no row locks: sharers of a row would let one
-- who wants it alone wait for ever, and here whoever waits for it alone comes before those who come later.
create function cluster_lock(cluster uuid) returns bigint language sql immutable strict parallel safe
  return hashtextextended(cluster::text, 55);

-- False, without waiting, where one of them is held or is waited for.
create function share_clusters(clusters uuid[]) returns boolean language plpgsql as $$
declare
  cluster uuid;
begin
  foreach cluster in array clusters loop
    if not pg_try_advisory_xact_lock_shared(cluster_lock(cluster)) then
      return false;
    end if;
  end loop;
  return true;
end $$;

-- Waits, for one after the other in one order.
create procedure hold_clusters(clusters uuid[]) language plpgsql as $$
declare
  lock bigint;
begin
  for lock in select distinct cluster_lock(id) from unnest(clusters) id order by 1 loop
    perform pg_advisory_xact_lock(lock);
  end loop;
end $$;
