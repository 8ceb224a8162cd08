-- Tickets, what was written on them, and the answers kept for clients that ask again.

create table tickets (
  id                   uuid primary key,
  reference            text        not null unique,
  account              text,
  requester_email      text,
  requester_name       text,
  requester_role       text,
  channel              text        not null,
  queue                text        not null,
  subject              text,
  description          text,
  impact               text,
  workaround           text,
  locale               text,
  proper               boolean     not null,
  status               text        not null,
  pause_reason         text,
  cycle                integer     not null,
  received_at          timestamptz not null,
  updated_at           timestamptz not null,
  restored_at          timestamptz,
  solved_at            timestamptz,
  -- One counter per topic, increased under the lock of the row.
  tickets_sequence     bigint      not null,
  timings_sequence     bigint      not null,
  -- The latest promise heard, and its place in the order of its speaker.
  promise              jsonb,
  promise_sequence     bigint      not null default 0,
  check ((status = 'PAUSED') = (pause_reason is not null)),
  check (cycle >= 1)
);

-- UUIDv7 counts up with time, so these serve "the newest first".
create index tickets_by_account on tickets (account, id desc);
create index tickets_by_status on tickets (status, id desc);

create table replies (
  id          uuid primary key,
  ticket_id   uuid        not null references tickets (id),
  author      text        not null,
  visibility  text        not null,
  text        text        not null,
  replied_at  timestamptz not null
);

create index replies_by_ticket on replies (ticket_id, id);

-- Why somebody did what the facts only say was done: reasons may hold personal data.
create table reasons (
  id          uuid primary key,
  ticket_id   uuid        not null references tickets (id),
  command     text        not null,
  reason      text        not null,
  given_at    timestamptz not null
);

create index reasons_by_ticket on reasons (ticket_id, id);

create table idempotency_keys (
  scope       text        not null,
  key         text        not null,
  body_hash   bytea       not null,
  kept_since  timestamptz not null,
  -- Null only inside the transaction that is still answering.
  status      integer,
  ticket_id   uuid,
  answer      text,
  primary key (scope, key)
);

create index idempotency_keys_by_age on idempotency_keys (kept_since);
