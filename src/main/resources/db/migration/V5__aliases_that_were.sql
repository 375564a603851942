-- A rule that is gone is found by the alias that it had, for scripts that still write to it.
create index rules_history_by_alias on rules_history (alias, change_id);
