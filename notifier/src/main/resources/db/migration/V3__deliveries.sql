-- A delivery exists because of a cause, at most once per recipient; not all are about one ticket, and alerts may be
-- about a ticket of which nothing was heard.
alter table deliveries alter column ticket_id drop not null;
alter table deliveries drop constraint deliveries_ticket_id_fkey;
alter table deliveries drop constraint deliveries_ticket_id_kind_cycle_recipient_key;
alter table deliveries add column cause text;
update deliveries set cause = ticket_id || '|' || kind || '|' || cycle;
alter table deliveries alter column cause set not null;
alter table deliveries add constraint deliveries_cause_recipient_key unique (cause, recipient);
create index deliveries_ticket on deliveries (ticket_id);

-- The part of the Message-ID before the domain, by which a returned mail finds its delivery.
alter table deliveries add column message_key text;
update deliveries set message_key = left(encode(sha256(convert_to(cause, 'UTF8')), 'hex'), 32);
alter table deliveries alter column message_key set not null;
create index deliveries_message on deliveries (message_key);

-- The domain of the recipient's address, whose server may ask us to go slower.
alter table deliveries add column provider text not null default '';
update deliveries set provider = lower(substring(recipient from '[^@]*$')) where state = 'PENDING';
create index deliveries_provider on deliveries (provider, due_at) where state = 'PENDING';

-- A claim: one worker sends it, outside of any transaction; after the lease another may.
alter table deliveries add column claim uuid;
alter table deliveries add column claimed_by text;
alter table deliveries add column lease_until timestamptz;
create index deliveries_claimed on deliveries (lease_until) where state = 'SENDING';

-- How often it was claimed anew from a worker that was gone, so that it may have been accepted before.
alter table deliveries add column repeated int not null default 0;
-- How often its provider asked for patience: this does not count as a failed attempt.
alter table deliveries add column throttled int not null default 0;
-- How many facts were said of it: each has an id of its own, also when it is sent once more after it failed.
alter table deliveries add column said int not null default 0;
alter table deliveries add column bounced_at timestamptz;

-- How much a recipient was sent of late.
create index deliveries_recipient on deliveries (lower(recipient), created_at);

-- Providers that asked for patience; '*' is our own relay, for which everything waits.
create table providers (
  domain text primary key,
  paused_until timestamptz not null,
  reason text not null,
  since timestamptz not null
);

-- The notices of delivery that were heard, so that hearing one again changes nothing.
create table bounces (
  id text primary key,
  heard_at timestamptz not null,
  action text not null,
  status text,
  delivery_id uuid
);

create index bounces_heard on bounces (heard_at);

-- What the mail that made the ticket tells: the thread to answer in, and whether a machine wrote it.
alter table tickets add column mail_id text;
alter table tickets add column mail_references text;
alter table tickets add column automatic text;
