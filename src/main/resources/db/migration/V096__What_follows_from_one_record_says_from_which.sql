-- Of what follows from records, the column that names the one record that each row follows from, and the table of that: what
-- follows from an unchanged record is unchanged, too.
alter table derivations add column reference text, add column referred text;
update derivations set reference = 'record_id', referred = part where derived = 'citations';
