-- Numbers of the datasets that a month was looked through with, with blanks between: who may not see one of them does not
-- see what was found with it.
alter table spot_month add column datasets text default '' not null;
