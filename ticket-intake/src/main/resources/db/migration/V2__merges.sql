-- Where a merged ticket goes on, and who gave a reason where the command asks for that.

alter table tickets
  add column merged_into uuid references tickets (id),
  add check ((status = 'MERGED') = (merged_into is not null));

alter table reasons add column agent text;
