-- Whoever lists the members of today by the day on which they became one passed all who have left: those who stay have an
-- index of their own, and those who will have left on a day that is known are few.
create index ix_memberships_lasting on memberships (coalesce("from", 'infinity'::date), id)
  where until is null and "from" is not null;
create index ix_memberships_until on memberships (until) where until is not null;
