-- Editions in the making: stored and replaced until they are published.
create table drafts (
  edition text primary key,
  document text not null,
  stored_at timestamptz not null
);

alter table editions
  add column scope text not null default 'NEW_TICKETS',
  -- When the last look for open tickets that are to be promised anew began; none yet without.
  add column looked_at timestamptz;

-- Open tickets in the order in which they are looked at: after the first look only those heard since.
create index tickets_open on tickets (heard_at, ticket_id) where closed_at is null;
