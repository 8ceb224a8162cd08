-- Headers of the mail that a ticket was made of, as its gateway told them.
alter table tickets add column mail jsonb;
