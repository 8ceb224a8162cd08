-- Every alert as sla-warnings and sla-breaches carried it, for ever: what ledgers show as said.

create table alerts (
  ticket_id   uuid not null,
  event_id    text not null,
  type        text not null,
  -- About which clock, and at which level; of a type that is about no clock there is no metric.
  metric      text,
  cycle       integer not null,
  level       integer not null,
  due_at      timestamptz,
  detected_at timestamptz not null,
  -- The CloudEvents document as it was published.
  event       text not null,
  primary key (ticket_id, event_id)
);
