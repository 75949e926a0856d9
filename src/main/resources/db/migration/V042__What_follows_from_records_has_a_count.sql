-- Days of series come in sight as time goes on, and nobody's record is written by it: whoever keeps an answer by its
-- position is told by this, too, that it may be another.
alter table head add column derived bigint not null default 0;
