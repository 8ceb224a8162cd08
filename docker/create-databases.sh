#!/bin/bash
# One database per service, which belongs to a role of the same name and which no other may open.
# Creates what is missing and sets the passwords; whatever else is there is left alone.
set -euo pipefail

create() {
  psql -v ON_ERROR_STOP=1 --no-psqlrc --quiet --dbname postgres --set=name="$1" <<'SQL'
\getenv password SERVICE_PASSWORD
select format('create role %I', :'name')
  where not exists (select from pg_roles where rolname = :'name') \gexec
alter role :"name" login password :'password';
select format('create database %I owner %I', :'name', :'name')
  where not exists (select from pg_database where datname = :'name') \gexec
revoke connect on database :"name" from public;
SQL
  echo "$1 is there"
}

SERVICE_PASSWORD=$TICKET_INTAKE_PASSWORD create ticket_intake
SERVICE_PASSWORD=$PRIORITIZER_PASSWORD create prioritizer
SERVICE_PASSWORD=$SLA_MONITOR_PASSWORD create sla_monitor
SERVICE_PASSWORD=$NOTIFIER_PASSWORD create notifier
