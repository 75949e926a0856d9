-- pg_column_size then tells how long a document is without reading it: pages are weighed by it.
-- What compression would save is little, for documents of over 2 kB are few.
do $$
declare
  found record;
begin
  for found in
    select c.relname as name, a.attname as field
      from pg_attribute a
      join pg_class c on c.oid = a.attrelid
     where c.relnamespace = current_schema()::regnamespace
       and c.relkind = 'r'
       and a.atttypid = 'jsonb'::regtype
       and not a.attisdropped
  loop
    execute format('alter table %I alter column %I set storage external', found.name, found.field);
  end loop;
end
$$;
