-- In which region a line, an event or a mandate is found whatever the day: its own, or else that of whose it is. It stands
-- beside the record, so that an index has the first of a region in the order of their list, be it wide or narrow: a quarter
-- of all organisations may be in one, and each was asked what it has. None where that changes from day to day.
alter table subsidy_lines add column found_in text;
alter table events add column found_in text;
alter table mandates add column found_in text;
alter table subsidy_lines disable trigger user;
alter table events disable trigger user;
alter table mandates disable trigger user;
update subsidy_lines l set found_in = x.region
from (
  select s.id, coalesce(s.sector_region, c.region, o.region) as region from subsidy_lines s
  left join clusters c on c.id = s.cluster and c.periods = '[]'
  left join organisations o on o.id = s.organisation and o.periods = '[]') x
where l.id = x.id and x.region is not null;
update events e set found_in = x.region
from (
  select s.id, coalesce(s.region, c.region, o.region) as region from events s
  left join clusters c on c.id = s.host_cluster and c.periods = '[]'
  left join organisations o on o.id = s.host_organisation and o.periods = '[]') x
where e.id = x.id and x.region is not null;
update mandates m set found_in = x.region
from (
  select s.id, coalesce(c.region, o.region) as region from mandates s
  left join clusters c on c.id = s.cluster and c.periods = '[]'
  left join organisations o on o.id = s.organisation and s.cluster is null and o.periods = '[]') x
where m.id = x.id and x.region is not null;
alter table subsidy_lines enable trigger user;
alter table events enable trigger user;
alter table mandates enable trigger user;
create index ix_subsidy_lines_found_in on subsidy_lines (found_in, created_at desc, id) where found_in is not null;
create index ix_events_found_in on events (found_in, coalesce(begins collate "C", '9999'), id) where found_in is not null;
create index ix_events_found_in_descending on events (found_in, coalesce(begins collate "C", '') desc, id)
  where found_in is not null;
create index ix_mandates_found_in on mandates (found_in, "from" collate "C", id) where found_in is not null;
drop index ix_events_of_organisations;
drop index ix_events_of_organisations_descending;
drop index ix_events_of_organisations_called;
drop index ix_mandates_of_clusters;
analyze subsidy_lines (found_in), events (found_in), mandates (found_in);
