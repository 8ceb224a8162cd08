-- What was promised and what came of it, as it was when the customer answered.
alter table ratings
  add column account text,
  add column priority text,
  add column plan text,
  add column edition text,
  add column outcomes jsonb not null default '[]';

update ratings r
   set account = t.prioritized -> 'basis' ->> 'account',
       priority = t.prioritized ->> 'priority',
       plan = t.prioritized -> 'basis' ->> 'plan',
       edition = t.prioritized -> 'promise' ->> 'edition'
  from tickets t
 where t.id = r.ticket_id and t.prioritized is not null;

create index ratings_latest on ratings (rated_at desc, ticket_id, cycle);
create index ratings_account on ratings (account, rated_at desc);

-- What came of the clocks of each ticket, per cycle and metric; written when that changes.
create table outcomes (
  ticket_id uuid primary key,
  -- Of the state of the clocks that brought the change: an older one is passed over.
  version bigint not null,
  outcomes jsonb not null
);

-- Who was asked lately, and who does not want to be; by a keyed hash, never by address.
create table survey_recipients (
  address bytea primary key,
  -- The survey that was sent last, or is about to be.
  delivery_id uuid,
  unsubscribed_at timestamptz
);

-- How many surveys went out in a time.
create index deliveries_surveys on deliveries (sent_at) where kind = 'SURVEY' and sent_at is not null;
