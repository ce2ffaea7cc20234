create spatial index report_place on report (place);
