-- A signoff says what it signs: the digest, and of each item 16 hex digits, so that people can be told what differs.
-- counted: whether it counted when its set was enacted; null until then.
alter table signoffs add column digest char(64);
alter table signoffs add column items varchar(1000000) default '{}' not null;
alter table signoffs add column role_grant bigint default 0 not null;
alter table signoffs add column counted boolean;
-- What its giver was let in with, and who had given them that; null: not on record.
alter table signoffs add column credential_kind varchar(10);
alter table signoffs add column credential_id bigint;
alter table signoffs add column credential_given_by varchar(100);
alter table signoffs add column credential_given_at bigint;
-- A set that was due and could not go because of what it is waits for a decision; its state stays 'pending'.
-- armed_by: who decided that it shall go on, and answers for it since.
alter table change_sets add column disarmed_at bigint;
alter table change_sets add column disarmed_reason varchar(4000);
alter table change_sets add column armed_by varchar(100);
alter table change_sets_history add column disarmed_at bigint;
alter table change_sets_history add column disarmed_reason varchar(4000);
alter table change_sets_history add column armed_by varchar(100);
-- Everybody who wrote a change, the latest last, one name a line.
alter table changes alter column written_by set data type varchar(10000);
alter table changes_history alter column written_by set data type varchar(10000);
-- The grants of roles that whoever judged a state held, one "role grant" a line; null: not on record.
alter table verdicts add column held_roles varchar(10000);
alter table verdicts add column person_id bigint default 0 not null;
-- Somebody's word that a FAIL shall not block any more.
alter table verdicts add column lifts boolean default false not null;
-- By which set a row was written leads to who wrote it.
create index changes_by_set_and_object on changes (set_id, object, target);
-- Whether a state went live only because its gate was passed over: going back to it is not going back to what was tested.
alter table served_states add column untested boolean default false not null;
