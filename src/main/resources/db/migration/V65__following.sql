-- The one Balrog that this installation follows, or followed until it was taken over.
create table following (
    id         smallint primary key check (id = 1),
    source     varchar(1000) not null,
    kinds      varchar(200) not null,
    began_at   bigint not null,
    read_at    bigint,
    content    char(64),
    looked_at  bigint,
    away_since bigint,
    trouble    varchar(1000),
    ended_at   bigint,
    ended_by   varchar(100)
);

-- Which set here stands for what is scheduled there, while it is.
create table mirrored_sets (
    source varchar(200) primary key,
    set_id bigint not null unique
);

-- Whose permissions and roles are those of the source.
create table mirrored_people (
    person varchar(100) primary key
);

-- What was fetched of each release, so that it is not fetched again: its row there, and its parts by hash.
create table fetched_releases (
    name     varchar(100) primary key,
    line     varchar(1000000) not null,
    manifest varchar(1000000) not null,
    version  varchar(100) not null,
    content  char(64) not null,
    applied  char(64)
);
