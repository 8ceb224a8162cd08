-- What sla-monitor said of a clock, so that somebody can take care of it; kept for some time.
create table alerts (
  id uuid primary key,
  ticket_id uuid not null,
  kind text not null,
  -- The clock that it is about; null where a ticket has no promise.
  metric text,
  cycle int not null,
  detected_at timestamptz not null,
  acknowledged_at timestamptz,
  acknowledged_by text
);

create index alerts_detected on alerts (detected_at);
