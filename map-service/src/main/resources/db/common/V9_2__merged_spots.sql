-- Numbers of spots that lay in this one's outline without a hotspot of their own, with blanks between: what was several
-- places was one then.
alter table spot_month add column merged varchar(400) default '' not null;
