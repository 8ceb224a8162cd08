-- What an agent made of a priority that was read out of free text, so that triage can be measured on
-- real tickets. Outlives the ticket; holds no words of a person, only those of the shipped phrases.
create table corrections (
  ticket_id uuid primary key,
  -- The text's decision.
  text_priority text not null,
  confidence double precision not null,
  review boolean not null,
  reasons json not null,
  decided_at timestamptz not null,
  -- The agent's last word.
  agent_priority text not null,
  corrected_at timestamptz not null
);
