-- The repeatable file makes the first anew, without the second.
drop function if exists clashes_of(uuid);
drop function if exists partners_of(uuid, date);
