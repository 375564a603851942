-- Histories are read as of a time, by object, and newest first.

-- When the last write was: time does not run backwards from write to write, whatever the clocks of nodes say.
alter table snapshot_version add column written_at bigint default 0 not null;
update snapshot_version set written_at = (
    select coalesce(max(changed_at), 0) from (
        select max(changed_at) as changed_at from rules_history
        union all select max(changed_at) from releases_history
        union all select max(changed_at) from pins_history
        union all select max(changed_at) from shutoffs_history
        union all select max(changed_at) from channel_mappings_history
        union all select max(changed_at) from change_sets_history
    ) last_writes
);

update change_sets_history set created_at =
    (select s.created_at from change_sets s where s.id = change_sets_history.set_id)
    where created_at is null;

-- The row of releases_history that was written with the part: together they say what a content consisted of.
alter table release_parts_history add column release_change_id bigint;
update release_parts_history set release_change_id = (
    select max(r.change_id) from releases_history r
    where r.name = release_parts_history.name
      and r.changed_at = release_parts_history.changed_at
      and coalesce(r.change_set_id, 0) = coalesce(release_parts_history.change_set_id, 0)
);

-- One object's rows are read in the order in which they were written.
drop index rules_history_by_rule;
create index rules_history_by_rule on rules_history (rule_id, change_id);
drop index releases_history_by_name;
create index releases_history_by_name on releases_history (name, change_id);
drop index release_parts_history_by_name;
create index release_parts_history_by_path on release_parts_history (name, path, release_change_id);
create index release_parts_history_by_release on release_parts_history (release_change_id);
drop index change_sets_history_by_set;
create index change_sets_history_by_set on change_sets_history (set_id, change_id);
create index changes_history_by_change on changes_history (sc_id, change_id);

create index rules_history_by_time on rules_history (changed_at, change_id);
create index releases_history_by_time on releases_history (changed_at, change_id);
create index change_sets_history_by_time on change_sets_history (changed_at, change_id);
create index changes_history_by_time on changes_history (changed_at, change_id);
create index signoffs_history_by_time on signoffs_history (changed_at, change_id);
create index verdicts_by_time on verdicts (given_at, id);

create index rules_history_by_set on rules_history (change_set_id);
create index releases_history_by_set on releases_history (change_set_id);
create index changes_history_by_set on changes_history (set_id, changed_at);
create index releases_history_by_content on releases_history (content);
create index change_sets_by_end on change_sets (ended_at);
