-- Who wants to be told of which alerts, and where.
create table subscriptions (
  id uuid primary key,
  name text not null,
  state text not null,
  -- Why it is paused, if it was not its owner who did it.
  paused_because text,
  filter jsonb not null,
  -- One of the two.
  mailboxes jsonb,
  webhook jsonb,
  -- What a webhook's messages are signed with; the one before signs along for some time.
  secret bytea,
  previous_secret bytea,
  previous_secret_until timestamptz,
  -- A webhook that failed is left alone until then.
  waits_until timestamptz,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  -- Alerts said since then are read from Kafka once; the progress is per partition.
  backfill_from timestamptz,
  backfill_progress jsonb,
  backfilled_at timestamptz,
  check ((mailboxes is null) <> (webhook is null)),
  check ((webhook is null) = (secret is null))
);

create index subscriptions_latest on subscriptions (created_at desc, id desc);
create index subscriptions_backfill on subscriptions (id)
  where backfill_from is not null and backfilled_at is null;

-- json, not jsonb: a webhook gets the document as it stands in the topic, to the byte.
alter table alerts add column document json;
alter table alerts add column priority text;
alter table alerts add column plan text;
alter table alerts add column region text;
-- The breach that a withdrawal takes back.
alter table alerts add column breach_id uuid;

create index alerts_breach on alerts (breach_id) where breach_id is not null;

-- What a delivery of an alert tells, to whom, and its place among those of its ticket.
alter table deliveries add column alert_id uuid;
alter table deliveries add column subscription_id uuid;
alter table deliveries add column place bigint;
-- The digest that it is a line of.
alter table deliveries add column digest_id uuid;

create index deliveries_in_order on deliveries (subscription_id, ticket_id, place, id)
  where kind = 'ALERT_WEBHOOK' and state in ('PENDING', 'SENDING');
create index deliveries_of_subscription on deliveries (subscription_id, recipient, due_at)
  where state in ('PENDING', 'SENDING') and subscription_id is not null;
create index deliveries_of_alert on deliveries (alert_id, subscription_id) where alert_id is not null;
create index deliveries_of_digest on deliveries (digest_id) where digest_id is not null;
