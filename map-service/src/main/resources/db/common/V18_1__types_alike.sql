-- Which other type a type is like: rules that name types of the product mean those that are like them too. Empty: none.
alter table own_type add column like_type varchar(10) default '' not null;
