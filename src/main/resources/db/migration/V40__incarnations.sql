-- A release or a pin that is removed and made again is another row than before: each has a number that is never used again.
create sequence incarnations;
alter table releases add column incarnation bigint;
alter table pins add column incarnation bigint;
update releases set incarnation = nextval('incarnations');
update pins set incarnation = nextval('incarnations');
alter table releases alter column incarnation set not null;
alter table pins alter column incarnation set not null;
-- Null where the row was removed, and in what was written of rows that had been removed before there were numbers.
alter table releases_history add column incarnation bigint;
alter table pins_history add column incarnation bigint;
update releases_history set incarnation = (select r.incarnation from releases r where r.name = releases_history.name)
    where data_version is not null
    and not exists (select 1 from releases_history later where later.name = releases_history.name
        and later.change_id > releases_history.change_id and later.data_version is null);
update pins_history set incarnation = (select p.incarnation from pins p where p.product = pins_history.product
        and p.channel = pins_history.channel and p.version = pins_history.version)
    where data_version is not null
    and not exists (select 1 from pins_history later where later.product = pins_history.product
        and later.channel = pins_history.channel and later.version = pins_history.version
        and later.change_id > pins_history.change_id and later.data_version is null);
