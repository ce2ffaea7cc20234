-- H2GIS 2.2.5. The database file remembers where each spatial function lives, so they are registered anew with
-- every version of H2GIS: change the number above and Flyway runs this again.
create alias if not exists H2GIS_SPATIAL for "org.h2gis.functions.factory.H2GISFunctions.load";
call H2GIS_SPATIAL();
