-- The repeatable files make these anew under names that say what they do.
drop function if exists holds(text, text, date);
drop function if exists may_hold(text, text[]);
drop procedure if exists undo(uuid, timestamptz, text[]);
