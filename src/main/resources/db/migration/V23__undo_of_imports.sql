-- Why evidence speaks for its subject no more although nothing replaced it.
alter table evidence add column withdrawn varchar(2000);

alter table scan add column undone_by varchar(64);
alter table scan add column undone_at timestamp(6) with time zone;
alter table scan add column undone_because varchar(2000);

-- The last commit of each scope, with what it takes to undo it.
create table import_journal (
    scan_id bigint primary key references scan (id),
    scope_id varchar(64) not null references scope (id),
    began_at timestamp(6) with time zone not null,
    -- the last ledger events when the commit began and when it ended; null until it has
    began_after bigint not null,
    ended_with bigint,
    -- what the commit makes known is kept in two steps
    settled boolean not null default false
);

-- Rows of the register as they were before a commit changed them, under the names of their columns. Those with added = true came with
-- the commit, and only their keys matter. A test compares the columns.
create table undo_asset as select cast(0 as bigint) as scan_id, false as added, t.* from asset t with no data;
create table undo_asset_identifier as select cast(0 as bigint) as scan_id, false as added, t.* from asset_identifier t with no data;
create table undo_weakness as select cast(0 as bigint) as scan_id, false as added, t.* from weakness t with no data;
create table undo_suppression as select cast(0 as bigint) as scan_id, false as added, t.* from suppression t with no data;
create table undo_poam_item as select cast(0 as bigint) as scan_id, false as added, t.* from poam_item t with no data;
create table undo_item_asset as select cast(0 as bigint) as scan_id, false as added, t.* from item_asset t with no data;
create table undo_milestone as select cast(0 as bigint) as scan_id, false as added, t.* from milestone t with no data;
create table undo_milestone_change as select cast(0 as bigint) as scan_id, false as added, t.* from milestone_change t with no data;
-- Of findings only what a later scan changes: there may be very many.
create table undo_finding as select cast(0 as bigint) as scan_id, false as added, t.id, t.superseded, t.state, t.last_scan_id,
    t.last_seen_at, t.ended_scan_id, t.ended_at from finding t with no data;
create index undo_asset_of on undo_asset (scan_id, id);
create index undo_asset_identifier_of on undo_asset_identifier (scan_id, scope_id, kind, identifier);
create index undo_weakness_of on undo_weakness (scan_id, id);
create index undo_suppression_of on undo_suppression (scan_id, id);
create index undo_poam_item_of on undo_poam_item (scan_id, id);
create index undo_item_asset_of on undo_item_asset (scan_id, item_id, asset_id);
create index undo_milestone_of on undo_milestone (scan_id, id);
create index undo_milestone_change_of on undo_milestone_change (scan_id, id);
create index undo_finding_of on undo_finding (scan_id, id);
