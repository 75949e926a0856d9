-- A reversal could leave one without the other. What it left so stays until it is put right; nothing new is written so.
alter table memberships add constraint ck_memberships_end_reason check (end_reason is null or until is not null) not valid;
