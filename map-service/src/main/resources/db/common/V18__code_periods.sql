-- When a word of a source means what: offence codes end, and come back with another meaning. A word that always means the
-- same has its code in own_word and no line here; one with lines here has an empty code there.
create table own_word_period (
    folded    varchar(200) not null references own_word (folded),
    number    smallint     not null,
    code      varchar(10)  not null,
    first_day date,
    last_day  date,
    primary key (folded, number)
);
