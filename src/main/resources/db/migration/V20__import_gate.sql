-- Held imports, and what was asked for at upload.
alter table scan add column preview boolean not null default false;
-- what was scanned, where the file does not say
alter table scan add column target varchar(255);
-- why the import is held, one reason a line
alter table scan add column held_because text;
alter table scan add column decision varchar(10);
alter table scan add column decision_reason varchar(2000);
alter table scan add column decided_by varchar(64);
alter table scan add column decided_at timestamp(6) with time zone;

-- Whether the register knows of what the scan saw of the host. Until then asset_id is the asset that it would be.
alter table scan_host add column settled boolean not null default false;
update scan_host set settled = true where asset_id is not null;
