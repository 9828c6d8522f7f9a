#!/bin/sh
# Writes docker/secrets once: passwords of the two database logins, their addresses, and the key of the session tokens. Nothing is overwritten.
set -eu
cd "$(dirname "$0")"
umask 077
[ ! -e secrets ] || { echo 'docker/secrets is there already: nothing was changed' >&2; exit 1; }
mkdir secrets
word() { head -c 32 /dev/urandom | od -An -tx1 | tr -d ' \n'; }
owner=$(word)
app=$(word)
printf %s "$(word)" >secrets/postgres_password
printf %s "$owner" >secrets/owner_password
printf %s "$app" >secrets/app_password
printf %s "postgres://gongkai_owner:$owner@database:5432/gongkai" >secrets/owner_url
printf %s "postgres://gongkai_login:$app@database:5432/gongkai" >secrets/app_url
printf %s "$(word)" >secrets/gongkai_secret
# The containers read them as users of their own; the folder keeps everybody else out.
chmod 644 secrets/*
chmod 711 secrets
