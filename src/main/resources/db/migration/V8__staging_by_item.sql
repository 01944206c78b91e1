-- A commit takes staged findings item by item; without this each batch of a large import read all of it.
create index staged_finding_item on staged_finding (scan_id, item_id, committed);
