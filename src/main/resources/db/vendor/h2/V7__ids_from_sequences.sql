-- Sets and changes have their ids before they are stored: they are checked as what they will be.
create sequence change_set_ids;
create sequence change_ids;
alter sequence change_set_ids restart with (select coalesce(max(id), 0) + 1 from change_sets);
alter sequence change_ids restart with (select coalesce(max(sc_id), 0) + 1 from changes_history);
alter table change_sets alter column id drop identity;
alter table changes alter column id drop identity;
