-- What the table coverageVerdict and the rule of coverage look at.
-- LISTED, CHECKED or ONLY_PINGED; null for imports from before
alter table scan_host add column contact varchar(20);
-- PROVEN, DENIED or UNKNOWN; null for imports from before
alter table scan_host add column credentials varchar(20);
-- how new the scanner's checks were, in its own numbering; empty if the file does not say
alter table scan_host add column feed varchar(60);

-- a person is to be asked whether it is gone
alter table staged_absence add column ask boolean not null default false;
-- why a host that was reached proves nothing after all
alter table staged_absence add column doubt varchar(20);
