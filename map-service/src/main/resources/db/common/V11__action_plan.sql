-- A measure as part of an action plan: which lasting place and which cause it answers, when it was decided and begun, what it
-- costs and who pays, what it shall achieve, and what the law asks first. Cause, goal and legal conditions are one JSON text,
-- because they are written and read together and nothing is looked up by them.
alter table measure add column spot_id bigint;
alter table measure add column spot_name varchar(200);
alter table measure add column decided_on date;
alter table measure add column started_on date;
alter table measure add column cost_estimate bigint;
alter table measure add column cost_outcome bigint;
alter table measure add column funding varchar(120);
alter table measure add column grounds varchar(60000);
create index measure_spot on measure (spot_id);

alter table measure_revision add column spot_id bigint;
alter table measure_revision add column spot_name varchar(200);
alter table measure_revision add column decided_on date;
alter table measure_revision add column started_on date;
alter table measure_revision add column cost_estimate bigint;
alter table measure_revision add column cost_outcome bigint;
alter table measure_revision add column funding varchar(120);
alter table measure_revision add column grounds varchar(60000);
