-- A page of a history that is narrowed down is read in the order of an index, however long the history is.
create index rules_history_by_person on rules_history (changed_by, changed_at, change_id);
create index releases_history_by_person on releases_history (changed_by, changed_at, change_id);
create index change_sets_history_by_person on change_sets_history (changed_by, changed_at, change_id);
create index changes_history_by_person on changes_history (changed_by, changed_at, change_id);
create index signoffs_history_by_person on signoffs_history (changed_by, changed_at, change_id);
create index rules_history_by_product on rules_history (product, change_id);
create index rules_history_by_channel on rules_history (channel, change_id);
-- Changes of one kind, which are few of some kinds.
create index changes_history_by_object on changes_history (object, set_id);
-- Which sets were open at a time, without a look at the rows of all that ever were.
create index change_sets_by_beginning on change_sets (created_at, ended_at, id);
