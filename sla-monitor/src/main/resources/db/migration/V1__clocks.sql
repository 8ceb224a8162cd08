-- The board: the latest state of each ticket's clocks, as sla-clocks carried it.

create table tickets (
  ticket_id uuid primary key,
  version   bigint not null,
  as_of     timestamptz not null,
  facts     integer not null,
  reference text,
  account   text,
  priority  text,
  plan      text,
  edition   text
);

create table clocks (
  ticket_id        uuid not null references tickets,
  metric           text not null,
  cycle            integer not null,
  version          bigint not null,
  status           text not null,
  started_at       timestamptz not null,
  deadline         timestamptz,
  remaining_millis bigint,
  stopped_at       timestamptz,
  within_millis    bigint not null,
  calendar         text not null,
  contractual      boolean not null,
  primary key (ticket_id, metric, cycle)
);

create index clocks_by_status on clocks (status, deadline, ticket_id);
create index clocks_by_deadline on clocks (deadline, ticket_id);
