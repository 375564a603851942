-- Who collects an approved token or password is settled when it is approved: who asked for it, or else its person. What was
-- approved before goes to its person alone.
alter table approved_secrets add column for_asker boolean default false not null;
