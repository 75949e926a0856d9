-- A long file enters the organisations that nobody knew last: whoever enters the same one waits for a moment, not for
-- the whole file. Nobody else notices: the constraints are checked at once unless a transaction asks otherwise.
alter table subsidies alter constraint fk_subsidies_organisation deferrable initially immediate;
alter table subsidy_funders alter constraint fk_funders_organisation deferrable initially immediate;
