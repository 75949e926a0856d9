-- Whether a membership that was entered as ended by a merger goes on in the result; absent: it does.
alter table memberships add column continued boolean;
