-- When what the event tells happened: the monitor must not think that all before it has been said. Missing in rows of an
-- instance of the version before, which tell recorded_at instead.
alter table outbox add column happened_at timestamptz;
alter table outbox_refusals add column happened_at timestamptz;
