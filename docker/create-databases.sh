#!/bin/bash
# Run once by PostgreSQL when its volume is empty: one database per service, which belongs to a role
# of the same name, and which nobody else may open.
set -eu

create() {
  psql -v ON_ERROR_STOP=1 --no-psqlrc --quiet \
    --username "${POSTGRES_USER:-postgres}" --dbname postgres --set=name="$1" <<'SQL'
\getenv password SERVICE_PASSWORD
create role :"name" login password :'password';
create database :"name" owner :"name";
revoke connect on database :"name" from public;
SQL
}

SERVICE_PASSWORD=$TICKET_INTAKE_PASSWORD create ticket_intake
SERVICE_PASSWORD=$PRIORITIZER_PASSWORD create prioritizer
SERVICE_PASSWORD=$SLA_MONITOR_PASSWORD create sla_monitor
SERVICE_PASSWORD=$NOTIFIER_PASSWORD create notifier
