/**
 * The scripts of the download containers: POSIX sh, for busybox as for bash. Values come in by the environment, so that
 * nothing a user gives is ever part of a script. What is at $MODEL_TARGET in the end is whole: everything is made under
 * another name and renamed last, and what is there already is left alone.
 */
const START = `set -eu
umask 022
target=$MODEL_TARGET
partial=$target.partial

log() { echo "download-model: $*" >&2; }

`;

const SKIP_WHEN_THERE = `if [ -e "$target" ]; then
  log "$target is there already"
  exit 0
fi
mkdir -p "$(dirname "$target")"

`;

const ATTEMPTS = 5;

/** Waits 2, 8, 18 and 32 seconds between the attempts. */
const NEXT_ATTEMPT = `  if [ "$attempt" -ge ${ATTEMPTS} ]; then
    log "giving up"
    exit 1
  fi
  sleep "$((attempt * attempt * 2))"
  attempt=$((attempt + 1))
done
`;

const FINISH = `if [ -d "$partial" ] && [ -z "$(ls -A "$partial")" ]; then
  log "nothing was found there"
  exit 1
fi
# the server runs as somebody else
chmod -R a+rX "$partial"
mv "$partial" "$target"
log "$target is complete"
`;

/** Needs curl and sha256sum. */
export const HTTP_SCRIPT = `${START}sha256=\${MODEL_SHA256:-}
checksum() { sha256sum "$1" | cut -d ' ' -f 1; }
verified() { [ -z "$sha256" ] || [ "$(checksum "$1")" = "$sha256" ]; }

if [ -f "$target" ] && verified "$target"; then
  log "$target is there already"
  exit 0
fi
mkdir -p "$(dirname "$target")"

# a redirect may not leave https
protocols='=https'
case $MODEL_URL in http://*) protocols='=http,https' ;; esac

# prints the status; the token goes by standard input, where no process list shows it
fetch() {
  set -- --fail --location --silent --show-error --proto "$protocols" --proto-redir "$protocols" \\
    --connect-timeout 20 --speed-limit 1024 --speed-time 60 \\
    --output "$partial" --write-out '%{http_code}' "$@" "$MODEL_URL"
  if [ -n "\${MODEL_TOKEN:-}" ]; then
    printf 'Authorization: Bearer %s\\n' "$MODEL_TOKEN" | curl --header @- "$@"
  else
    curl "$@"
  fi
}

attempt=1
while :; do
  resume=
  # only a checksum can tell whether two halves belong together
  if [ -n "$sha256" ] && [ -s "$partial" ]; then resume=yes; else rm -f "$partial"; fi
  if status=$(fetch \${resume:+--continue-at -}); then
    if verified "$partial"; then break; fi
    log "SHA-256 is $(checksum "$partial"), and should be $sha256"
    rm -f "$partial"
    if [ -z "$resume" ]; then exit 1; fi
  else
    code=$?
    log "attempt $attempt of ${ATTEMPTS}: curl ended with $code, the server with status $status"
    case $status in
      401 | 403 | 404 | 410) exit 1 ;;
      # nothing is left to fetch, or the server cannot go on in the middle
      416) if verified "$partial"; then break; else rm -f "$partial"; fi ;;
      *) if [ "$code" -eq 33 ]; then rm -f "$partial"; fi ;;
    esac
  fi
${NEXT_ATTEMPT}
mv "$partial" "$target"
log "$target is complete"
`;

/** Needs rclone, which retries by itself and verifies what it has fetched against the store's checksums. */
export const OBJECT_STORE_SCRIPT = `${START}${SKIP_WHEN_THERE}# a file or a folder, straight to its name: a rerun goes on with the files that are missing or differ
rclone copyto "model:$MODEL_REMOTE" "$partial" \\
  --checksum --inplace --transfers 8 --retries ${ATTEMPTS} --retries-sleep 5s --low-level-retries 20 \\
  --stats 30s --stats-one-line --log-level INFO

if [ ! -e "$partial" ]; then
  log "nothing was found there"
  exit 1
fi
${FINISH}`;

/** Needs python3 with huggingface_hub, which goes on where it was. */
export const HUGGING_FACE_SCRIPT = `${START}${SKIP_WHEN_THERE}fetch() {
  python3 - <<'PYTHON'
import os
from huggingface_hub import snapshot_download

snapshot_download(
    os.environ["MODEL_REPOSITORY"],
    revision=os.environ["MODEL_REVISION"],
    local_dir=os.environ["MODEL_TARGET"] + ".partial",
)
PYTHON
}

attempt=1
while :; do
  if fetch; then break; fi
  log "attempt $attempt of ${ATTEMPTS} failed"
${NEXT_ATTEMPT}
# what it keeps for going on
rm -rf "$partial/.cache"
${FINISH}`;

/** Needs mlflow, and what the registry's artifact store asks for (boto3, google-cloud-storage). */
export const MLFLOW_SCRIPT = `${START}${SKIP_WHEN_THERE}attempt=1
while :; do
  # it does not go on where it was
  rm -rf "$partial"
  mkdir -p "$partial"
  if made=$(mlflow artifacts download --artifact-uri "$MODEL_URI" --dst-path "$partial"); then break; fi
  log "attempt $attempt of ${ATTEMPTS} failed"
${NEXT_ATTEMPT}
# it prints last where it put the model: what is part of a run, in folders of the run's own names
made=$(printf '%s\\n' "$made" | tail -n 1)
made=\${made%/}
if [ "$made" != "$partial" ] && [ -e "$made" ]; then
  mv "$made" "$target.inner"
  rm -rf "$partial"
  mv "$target.inner" "$partial"
fi
${FINISH}`;
