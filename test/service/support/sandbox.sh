#!/bin/sh
# Runs a command the way a container runtime would, without one: a root of its own made of the host's system folders and
# Python (read-only), the image's folders, and a tmpfs wherever the pod has an emptyDir; PID 1, no capabilities.
# Called inside `unshare --mount --pid --fork`:
#   sandbox.sh ROOT PYTHON_PREFIX USER GROUP WORKDIR {ro FROM TO | rw FROM TO | tmp TO}... -- COMMAND...
set -eu
root=$1 python=$2 user=$3 group=$4 workdir=$5
shift 5

mount --make-rprivate /
mount -t tmpfs -o mode=755 tmpfs "$root"

bind() { # FROM TO ro|rw
  if [ -d "$1" ]; then mkdir -p "$root$2"; else mkdir -p "$(dirname "$root$2")" && touch "$root$2"; fi
  mount --bind "$1" "$root$2"
  [ "$3" = rw ] || mount -o remount,bind,ro "$root$2"
}

for folder in /bin /sbin /lib /lib32 /lib64 /usr /etc; do
  if [ -L "$folder" ]; then cp -P "$folder" "$root$folder"
  elif [ -d "$folder" ]; then bind "$folder" "$folder" ro; fi
done
# Where name servers are looked up may be a link to a file outside /etc.
[ ! -L /etc/resolv.conf ] || bind "$(readlink -f /etc/resolv.conf)" "$(readlink -f /etc/resolv.conf)" ro
# The official Python images have their Python in /usr/local; one built elsewhere also looks for itself where it was built.
if [ "$python" = /usr ]; then
  mount -t tmpfs -o mode=755 tmpfs "$root/usr/local"
  mkdir "$root/usr/local/bin"
  ln -s /usr/bin/python3.11 "$root/usr/local/bin/python"
else
  bind "$python" /usr/local ro
  [ "$python" = /usr/local ] || bind "$python" "$python" ro
fi
mkdir -p "$root/dev/shm" "$root/proc"
for device in null zero full random urandom; do bind "/dev/$device" "/dev/$device" rw; done
mount -t tmpfs -o size=64m tmpfs "$root/dev/shm"
mount -t proc proc "$root/proc"

while [ "$1" != -- ]; do
  case $1 in
    tmp)
      mkdir -p "$root$2"
      mount -t tmpfs -o mode=1777 tmpfs "$root$2"
      shift 2
      ;;
    *)
      bind "$2" "$3" "$1"
      shift 3
      ;;
  esac
done
shift
mount -o remount,ro "$root"

exec chroot "$root" /bin/sh -c 'cd "$0" && exec "$@"' "$workdir" \
  setpriv --reuid "$user" --regid "$group" --clear-groups --no-new-privs --bounding-set=-all --inh-caps=-all \
    --pdeathsig KILL "$@"
