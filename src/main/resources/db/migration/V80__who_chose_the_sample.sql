-- Who chose the requests that were looked at, by loading a list or removing one: null where nobody did.
alter table rail_findings add column sample_by varchar(100);
