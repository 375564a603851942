-- A state that went live although its gate was closed is no state to go back to.
alter table served_states add column untested boolean default false not null;
