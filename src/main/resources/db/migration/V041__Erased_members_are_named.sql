-- What an erasure changed in a record, by the names of its columns alone: the states before it do not tell any more.
alter table history add column erased text[];
