#!/bin/sh
# Stands in for ssh on one machine: runs the command here, under the name of the host that it is meant for.
#   as-host.sh [-o option]... host command...
while [ "${1#-}" != "$1" ]; do
  if [ "$1" = -o ]; then shift; fi
  shift
done
host=$1
shift
if unshare --uts true 2>/dev/null; then named='unshare --uts'; else named='unshare --user --map-root-user --uts'; fi
exec $named sh -c 'hostname "$0" && exec sh -c "$1"' "$host" "$*"
