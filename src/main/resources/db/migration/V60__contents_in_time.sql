-- When a part was handed in last: what nothing refers to any more is kept for a while from then on.
alter table contents add column stored_at bigint default 0 not null;
update contents set stored_at = (select written_at from write_lock where id = 1);
-- Whether a part was ever live.
create index release_parts_by_hash on release_parts (hash);
create index release_parts_history_by_hash on release_parts_history (hash);
