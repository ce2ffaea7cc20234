create index report_place on report using gist (place);
