-- The guided self-assessment of a requirement: counted with each save, so that nobody overwrites what they did not see.
create table requirement_checklist (
    scope_id varchar(64) not null references scope (id),
    requirement varchar(20) not null,
    version integer not null,
    -- what is not met is partly met, for the two requirements that know it
    partly_met boolean not null,
    saved_by varchar(64) not null,
    saved_at timestamp(6) with time zone not null,
    primary key (scope_id, requirement)
);

create table objective_answer (
    scope_id varchar(64) not null,
    requirement varchar(20) not null,
    objective varchar(2) not null,
    determination varchar(20) not null,
    note varchar(1000),
    answered_by varchar(64) not null,
    answered_at timestamp(6) with time zone not null,
    primary key (scope_id, requirement, objective),
    foreign key (scope_id, requirement) references requirement_checklist (scope_id, requirement)
);
