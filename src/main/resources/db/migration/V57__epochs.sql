-- A number drawn by each write, and by each write of live tables: a database that was restored from an older dump comes to
-- the same versions again, but by other writes.
alter table write_lock add column epoch bigint default 0 not null;
alter table write_lock add column live_epoch bigint default 0 not null;
