-- What the file of an import is about.
alter table imports add column kind text not null default 'SUBSIDIES';
