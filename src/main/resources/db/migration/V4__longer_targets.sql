-- A requirement is told from others by product, channel and role; a permission by person and name.
alter table changes alter column target set data type varchar(300);
alter table changes_history alter column target set data type varchar(300);
