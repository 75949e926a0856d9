-- A calendar asks of each event whether another has its UID: of the past, too.
create index ix_history_uids on history ((row ->> 'uid')) where record_table = 'events';
