-- The public keys that sign receipts, or did. until_at: null for the one that does.
create table receipt_keys (
    key_id     char(64) primary key,
    algorithm  varchar(40) not null,
    public_key varchar(4000) not null,
    from_at    bigint not null,
    until_at   bigint
);
