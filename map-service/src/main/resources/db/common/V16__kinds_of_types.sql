-- What a type is evidence of: crime, disorder (with faults in the surroundings), perceived, or other. Before, every
-- incident counted as crime; the types that were described here are what their class is, as those that are shipped.
alter table own_type add column kind varchar(10) default 'other' not null;
update own_type set kind = 'crime' where class in ('A', 'B', 'C');
update own_type set kind = 'disorder' where class in ('D', 'E') and code <> 'OVR';
update own_type set kind = 'perceived' where class = 'F' and code <> 'IAN';
alter table own_type add constraint own_type_kind check (position(',' || kind || ',' in ',crime,disorder,perceived,other,') > 0);

-- Spots of disorder are recognised from month to month as those of crime are.
alter table spot drop constraint spot_stream;
alter table spot add constraint spot_stream check (position(',' || stream || ',' in ',crime,disorder,unsafety,') > 0);
