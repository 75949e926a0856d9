-- Whatever was changed, the past is told by what there is now.
call keep_past();
