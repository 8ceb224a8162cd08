-- Events that were decided in a committed transaction and still have to be published.
create sequence outbox_id_seq;

create table outbox (
  -- Drawn after the row of the subject is locked, so that ids of one subject are in its order.
  id bigint primary key default nextval('outbox_id_seq'),
  topic text not null,
  key text not null,
  event_id text not null,
  event bytea not null,
  recorded_at timestamptz not null
);

-- Events that the broker refuses for good, out of the way of the others, until somebody redrives them.
create table outbox_refusals (
  id bigint primary key,
  topic text not null,
  key text not null,
  event_id text not null,
  event bytea not null,
  recorded_at timestamptz not null,
  refused_at timestamptz not null,
  reason text not null
);
