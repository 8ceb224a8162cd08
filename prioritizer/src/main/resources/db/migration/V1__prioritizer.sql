-- Versions of the policy, as published; never changed.
create table editions (
  id text primary key,
  title text not null,
  effective_from timestamptz not null,
  pin_only boolean not null,
  document text not null,
  digest text not null,
  stored_at timestamptz not null
);

create table accounts (
  number text primary key,
  name text not null,
  type text not null,
  plan text not null,
  country text,
  time_zone text,
  language text,
  -- The edition that the account pins; without one, the current edition applies.
  edition text references editions (id),
  -- Of AccountChanged; counts up under the row's lock.
  sequence bigint not null,
  changed_at timestamptz not null
);

create table members (
  account text not null references accounts (number) on delete cascade,
  -- Trimmed and in lower case.
  email text not null,
  role text not null,
  language text,
  primary key (account, email)
);

-- What an account was from when on; without personal data, as AccountChanged said it.
create table account_versions (
  account text not null references accounts (number) on delete cascade,
  sequence bigint not null,
  effective_from timestamptz not null,
  document json not null,
  primary key (account, sequence)
);

-- One row per ticket that may still be promised something.
create table tickets (
  ticket_id uuid primary key,
  heard_at timestamptz not null,
  -- Of the last content heard on the topic tickets.
  content_sequence bigint not null default 0,
  -- What an agent set, even if the content has not been heard yet.
  agent_priority text,
  agent_sequence bigint not null default 0,
  -- Of what we say on timings; counts up under the row's lock.
  sequence bigint not null default 0,
  -- The data of the last TicketPrioritized.
  latest json,
  closed_at timestamptz
);

create index tickets_closed on tickets (closed_at) where closed_at is not null;
create index tickets_never_promised on tickets (heard_at) where latest is null;

-- Every promise made, one per ticket and cause.
create table promises (
  ticket_id uuid not null references tickets (ticket_id) on delete cascade,
  -- The id of the event that led to it.
  cause text not null,
  sequence bigint not null,
  event_id text not null,
  priority text not null,
  edition text not null,
  decided_at timestamptz not null,
  primary key (ticket_id, cause)
);
