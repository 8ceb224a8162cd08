-- What has been heard of each ticket, whichever topic arrived first.
create table tickets (
  id uuid primary key,
  -- The content: personal data, emptied some time after the ticket is closed.
  content_event_id text,
  content_sequence bigint,
  content_at timestamptz,
  reference text,
  account text,
  email text,
  name text,
  subject text,
  impact text,
  workaround text,
  locale text,
  described boolean not null default false,
  proper boolean not null default false,
  -- The facts.
  received_at timestamptz,
  completed_at timestamptz,
  prioritized jsonb,
  prioritized_sequence bigint not null default -1,
  cycle int not null default 1,
  solved_at timestamptz,
  closed_at timestamptz,
  withdrawn boolean not null default false,
  -- The sequence of the last event that notifier said of it, per topic.
  timings_said bigint not null default 0,
  ratings_said bigint not null default 0
);

create index tickets_closed on tickets (closed_at) where email is not null;

-- One message to one recipient; a row until it is sent, and as evidence afterwards.
create table deliveries (
  id uuid primary key,
  ticket_id uuid not null references tickets,
  kind text not null,
  cycle int not null,
  recipient text not null,
  state text not null,
  attempts int not null default 0,
  due_at timestamptz not null,
  created_at timestamptz not null,
  -- When the recipient's relay accepted it.
  sent_at timestamptz,
  -- The code of the last failure, never a text that may quote an address.
  reason text,
  unique (ticket_id, kind, cycle, recipient)
);

-- Due work is a range, however much has been sent before.
create index deliveries_due on deliveries (due_at) where state = 'PENDING';
create index deliveries_latest on deliveries (created_at desc, id desc);

-- The latest rating of each cycle; the comment stays here.
create table ratings (
  ticket_id uuid not null references tickets,
  cycle int not null,
  level int not null check (level between 1 and 5),
  comment text,
  revision int not null,
  rated_at timestamptz not null,
  primary key (ticket_id, cycle)
);

-- The key that signs survey links where none is configured.
create table signing_keys (
  name text primary key,
  secret bytea not null,
  created_at timestamptz not null
);
