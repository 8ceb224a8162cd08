-- Every fact as timings carried it, for ever: what the ledgers of tickets are written from.

create table facts (
  ticket_id       uuid not null,
  event_id        text not null,
  heard_at        timestamptz not null,
  kafka_partition integer not null,
  kafka_offset    bigint not null,
  -- The CloudEvents document as its speaker wrote it. Text, so that every event finds a place.
  event           text not null,
  primary key (ticket_id, event_id)
);
