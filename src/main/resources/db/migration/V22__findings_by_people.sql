-- What people reported, each entry of a source once in a scope.
create table reported_finding (
    item_id varchar(20) primary key references poam_item (id),
    scope_id varchar(64) not null references scope (id),
    source varchar(20) not null,
    -- the entry's id, or its title where it has none; in lower case
    entry_key varchar(500) not null,
    -- ids of requirements, separated by blanks
    requirements varchar(2500) not null,
    reported_by varchar(64) not null,
    reported_at timestamp(6) with time zone not null,
    constraint reported_once unique (scope_id, source, entry_key)
);
