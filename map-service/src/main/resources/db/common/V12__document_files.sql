-- Files of approved documents, as they were on the day they were approved. Written once, never changed and never erased.
create table document_file (
    document_id bigint       not null references register_entry (id),
    form        varchar(8)   not null,
    file_name   varchar(120) not null,
    media_type  varchar(120) not null,
    sha256      varchar(64)  not null,
    content     bytea        not null,
    primary key (document_id, form)
);
