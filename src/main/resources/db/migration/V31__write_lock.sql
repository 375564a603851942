-- The row that every write locks gets a name of its own. Under the old name it can still be read, so that a node of the
-- version before goes on serving, but neither locked nor written: such a node knows nothing of what signoffs sign.
alter table snapshot_version rename to write_lock;
create view snapshot_version as
    select max(id) as id, max(version) as version, max(live_version) as live_version, max(written_at) as written_at
    from write_lock;
