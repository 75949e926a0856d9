-- As the filter asks for it: those of a sector alone, in the order of the list.
create index ix_subsidy_lines_sector on subsidy_lines
  (plain(beneficiary -> 'sector' ->> 'name'), created_at desc, id) where sector_region is not null;
