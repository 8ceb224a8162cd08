-- A member that a CRM said is known by the digest of the address only.
alter table members add column email_digest text;
update members set email_digest = encode(sha256(convert_to(email, 'UTF8')), 'hex');
alter table members drop constraint members_pkey;
alter table members alter column email drop not null;
alter table members add primary key (account, email_digest);

-- What each speaker on the topic accounts said last of an account.
create table account_feeds (
  account text not null references accounts (number) on delete cascade,
  source text not null,
  event_id text not null,
  sequence bigint not null,
  occurred_at timestamptz not null,
  primary key (account, source)
);

-- The account number as posted, once there is a promise.
alter table tickets add column account text;
update tickets set account = latest #>> '{basis,account}' where latest is not null;
-- Until it is reopened, a solved ticket is not promised anything anew.
alter table tickets add column solved_at timestamptz;
create index tickets_of_account on tickets (account, ticket_id) where closed_at is null;

-- Changes of a plan whose open tickets have not all been looked at yet.
create table plan_changes (
  account text not null references accounts (number) on delete cascade,
  -- Of the version that brought it.
  sequence bigint not null,
  type text not null,
  plan text not null,
  -- The last ticket that was looked at, in the order of their ids.
  done_to uuid,
  primary key (account, sequence)
);
