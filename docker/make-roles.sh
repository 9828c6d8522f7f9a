#!/bin/sh
# Run once, when the database is made. The owner brings the tables up to date and is no superuser; the app's login owns nothing at all.
# Elsewhere than in the container: SECRETS=docker/secrets POSTGRES_USER=… POSTGRES_DB=… PGHOST=… docker/make-roles.sh
set -eu
secrets="${SECRETS:-/run/secrets}"
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  -v owner_password="$(cat "$secrets/owner_password")" -v app_password="$(cat "$secrets/app_password")" -v db="$POSTGRES_DB" <<'SQL'
CREATE ROLE gongkai_owner LOGIN NOSUPERUSER CREATEROLE PASSWORD :'owner_password';
CREATE ROLE gongkai_app NOLOGIN NOINHERIT;
GRANT gongkai_app TO gongkai_owner WITH ADMIN OPTION;
CREATE ROLE gongkai_login LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD :'app_password' IN ROLE gongkai_app;
ALTER DATABASE :"db" OWNER TO gongkai_owner;
ALTER SCHEMA public OWNER TO gongkai_owner;
SQL
