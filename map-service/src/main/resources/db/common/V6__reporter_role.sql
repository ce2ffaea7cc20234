-- People who report from the field (rapportörer) are accounts with a role of their own.
alter table account_role drop constraint account_role_known;
alter table account_role add constraint account_role_known check (position(',' || role || ',' in ',est-member,est-coordinator,planner,communicator,steering,admin,auditor,reporter,') > 0);
