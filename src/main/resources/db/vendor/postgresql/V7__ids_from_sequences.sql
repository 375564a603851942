-- Sets and changes have their ids before they are stored: they are checked as what they will be.
create sequence change_set_ids;
create sequence change_ids;
select setval('change_set_ids', (select coalesce(max(id), 0) + 1 from change_sets), false);
select setval('change_ids', (select coalesce(max(sc_id), 0) + 1 from changes_history), false);
alter table change_sets alter column id drop identity;
alter table changes alter column id drop identity;
