-- Which version of a table that sets deadlines all open items were held against last.
create table deadline_table_taken (
    decision_id varchar(64) primary key,
    taken_version integer not null,
    taken_at timestamp(6) with time zone not null
);
