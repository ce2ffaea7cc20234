-- Needs the right to create extensions, or a database in which an administrator has done it.
create extension if not exists postgis;
