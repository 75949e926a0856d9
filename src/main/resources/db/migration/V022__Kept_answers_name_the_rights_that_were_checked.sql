-- What a caller had to be allowed, to be checked again before the answer is given again.
alter table idempotency_keys rename column asked to checked_rights;
