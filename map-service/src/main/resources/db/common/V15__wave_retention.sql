-- A survey wave says what its area is called, and by which decision its single answers are erased. When that has been
-- done, the wave keeps what was counted before.
alter table survey_wave add column area_name varchar(120) default '' not null;
alter table survey_wave add column retention_decision varchar(120) default '' not null;
alter table survey_wave add column erased_at timestamp(6) with time zone;
alter table survey_wave add column erased_by_decision varchar(120) default '' not null;
alter table survey_wave add column counted varchar(40000) default '' not null;
