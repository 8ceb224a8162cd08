-- By which channel a ticket came: chooses the language of those who wish none that we write.
alter table tickets add column channel text;

-- The editions of the support policy that were heard of: their calendars and phone lines. They
-- never change, and promises made under them are to be told for as long as there are tickets.
create table editions (
  edition text primary key,
  digest text not null,
  published jsonb not null
);
