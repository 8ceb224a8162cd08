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

-- After the first look only tickets heard since are looked at.
create index tickets_heard on tickets (heard_at);
