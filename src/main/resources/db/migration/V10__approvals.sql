-- Requests of several kinds share their state and their signatures; what a kind asks for stands in a table of its own.
alter table extension_request rename to approval_request;
alter table extension_decision rename to approval_signature;

alter table approval_request add column kind varchar(20) default 'EXTENSION' not null;
alter table approval_request alter column kind drop default;
alter table approval_request drop constraint extension_request_one_open;
alter table approval_request add constraint approval_request_one_open unique (kind, open_item);
alter index extension_request_item rename to approval_request_item;
create index approval_request_open on approval_request (open_item);

create table extension (
    request_id bigint primary key references approval_request (id),
    reason varchar(1000) not null,
    interim_mitigation varchar(2000) not null,
    present_completion date not null,
    new_date date not null
);
insert into extension (request_id, reason, interim_mitigation, present_completion, new_date)
    select id, reason, interim_mitigation, present_completion, new_date from approval_request;

alter table approval_request drop column reason;
alter table approval_request drop column interim_mitigation;
alter table approval_request drop column present_completion;
alter table approval_request drop column new_date;
