-- What a list reads of each row is stored as it is: see V018.
alter table divisions alter column college_mapping set storage external, alter column statements set storage external;
alter table division_ballots alter column assembly set storage external, alter column statements set storage external;
