/**
 * The scripts of the download containers: POSIX sh, for busybox as for bash. Values come from the environment, so that
 * nothing a user gives is ever part of a script. What is at $MODEL_TARGET is whole: everything is written under another
 * name, and a single rename is the last step. What is there already is left alone. A script may be killed at any moment
 * and started again.
 */
const START = `set -eu
umask 022
target=$MODEL_TARGET
partial=$target.partial

log() { echo "download-model: $*" >&2; }

`;

const SKIP_WHEN_THERE = `if [ -e "$target" ]; then
  rm -rf "$partial"
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

const FINISH = `if [ -d "$whole" ] && [ -z "$(ls -A "$whole")" ]; then
  log "nothing was found there"
  exit 1
fi
# the server runs as another user
chmod -R a+rX "$whole"
mv "$whole" "$target"
rm -rf "$partial"
log "$target is complete"
`;

/** Needs curl and sha256sum. */
export const HTTP_SCRIPT = `${START}sha256=\${MODEL_SHA256:-}
checksum() { sha256sum "$1" | cut -d ' ' -f 1; }
verified() { [ -z "$sha256" ] || [ "$(checksum "$1")" = "$sha256" ]; }

if [ -f "$target" ] && verified "$target"; then
  rm -f "$partial"
  log "$target is there already"
  exit 0
fi
if [ -d "$target" ]; then
  log "$target is a folder, and should be a file"
  exit 1
fi
mkdir -p "$(dirname "$target")"

# a redirect may not leave https
protocols='=https'
case $MODEL_URL in http://*) protocols='=http,https' ;; esac

# prints status and content type; the token goes by standard input, where no process list shows it
fetch() {
  set -- --fail --location --globoff --silent --show-error --proto "$protocols" --proto-redir "$protocols" \\
    --connect-timeout 20 --speed-limit 1024 --speed-time 60 \\
    --output "$partial" --write-out '%{http_code} %{content_type}' "$@" "$MODEL_URL"
  if [ -n "\${MODEL_TOKEN:-}" ]; then
    printf 'Authorization: Bearer %s\\n' "$MODEL_TOKEN" | curl --header @- "$@"
  else
    curl "$@"
  fi
}

# a login page, or the page about a file; a checksum says that it was meant
is_web_page() {
  case $target in *.html | *.htm | *.xhtml) return 1 ;; esac
  case $sha256$type in text/html* | application/xhtml*) return 0 ;; esac
  return 1
}

attempt=1
while :; do
  resume=
  expected=200
  # only a checksum can tell whether two halves belong together
  if [ -n "$sha256" ] && [ -s "$partial" ]; then
    resume=yes
    expected=206
  else
    rm -f "$partial"
  fi
  code=0
  answer=$(fetch \${resume:+--continue-at -}) || code=$?
  status=\${answer%% *}
  type=\${answer#* }
  if [ "$status" = 416 ] && [ -n "$resume" ] && verified "$partial"; then
    # nothing was left to fetch
    break
  elif [ "$code" -ne 0 ] || [ "$status" != "$expected" ]; then
    log "attempt $attempt of ${ATTEMPTS}: curl ended with $code, the server with status $status (expected $expected)"
    case $status in 401 | 403 | 404 | 410) exit 1 ;; esac
    # an interrupted file can be continued, unless the server cannot do that
    case "$code $status" in
      "33 "* | "0 "* | *" 416") rm -f "$partial" ;;
    esac
  elif [ ! -s "$partial" ]; then
    log "attempt $attempt of ${ATTEMPTS}: the server sent an empty file"
  elif ! verified "$partial"; then
    log "SHA-256 is $(checksum "$partial"), and should be $sha256"
    rm -f "$partial"
    if [ -z "$resume" ]; then exit 1; fi
  elif is_web_page; then
    log "the server sent a web page ($type), and no model"
    rm -f "$partial"
    exit 1
  else
    break
  fi
${NEXT_ATTEMPT}
mv "$partial" "$target"
log "$target is complete"
`;

/** Needs rclone, which retries by itself and verifies what it has fetched against the store's checksums. */
export const OBJECT_STORE_SCRIPT = `${START}${SKIP_WHEN_THERE}# a file or a folder, straight to its name: a rerun goes on with the files that are missing or differ
# (--inplace as a variable: rclone before 1.63 does so anyway, and does not know the option)
export RCLONE_INPLACE=true
rclone copyto "model:$MODEL_REMOTE" "$partial" \\
  --checksum --transfers 8 --retries ${ATTEMPTS} --retries-sleep 5s --low-level-retries 20 \\
  --stats 30s --stats-one-line --log-level INFO

if [ ! -e "$partial" ]; then
  log "nothing was found there"
  exit 1
fi
whole=$partial
${FINISH}`;

/** Needs python3 with huggingface_hub, which goes on where it was. */
export const HUGGING_FACE_SCRIPT = `${START}${SKIP_WHEN_THERE}fetch() {
  python3 - <<'PYTHON'
import glob, json, os
from fnmatch import fnmatch
from huggingface_hub import HfApi, snapshot_download

repository = os.environ["MODEL_REPOSITORY"]
revision = os.environ["MODEL_REVISION"]
include = json.loads(os.environ.get("MODEL_INCLUDE", "null"))
exclude = json.loads(os.environ.get("MODEL_EXCLUDE", "null"))

# what a repository has in several formats: the first of a line, and the same weights in others
FORMATS = [
    ["model*.safetensors", "pytorch_model*", "tf_model*", "flax_model*", "rust_model*", "model.ckpt*", "consolidated*"],
    ["diffusion_pytorch_model*.safetensors", "diffusion_pytorch_model*.bin", "diffusion_flax_model*"],
    ["adapter_model*.safetensors", "adapter_model*.bin"],
    ["pytorch_model*.bin", "tf_model*", "flax_model*", "rust_model*", "model.ckpt*"],
]

def duplicates(paths):
    for path in paths:
        folder, _, name = path.rpartition("/")
        beside = [p[len(folder):].lstrip("/") for p in paths if p.rpartition("/")[0] == folder]
        for wanted, *others in FORMATS:
            if any(fnmatch(b, wanted) for b in beside) and any(fnmatch(name, other) for other in others):
                yield glob.escape(path)
        # the weights of Llama as Meta trained them
        if folder == "original" and any(fnmatch(p, "model*.safetensors") for p in paths):
            yield glob.escape(path)

if include is None and exclude is None:
    exclude = sorted(set(duplicates(HfApi().list_repo_files(repository, revision=revision))))
    if exclude:
        print(f"download-model: not downloaded, the same weights in other formats: {len(exclude)} files")

snapshot_download(
    repository,
    revision=revision,
    allow_patterns=include,
    ignore_patterns=exclude,
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
whole=$partial
${FINISH}`;

/**
 * As START, for data that several pods may fetch to one claim at once: each writes under a name of its own, which a container
 * that starts again in the same pod finds again.
 */
const SHARED_START = START.replace('partial=$target.partial', 'partial=$target.partial-$(hostname)');

/** A rename of Python never goes into a folder that another pod has made meanwhile, as `mv` would. */
const SHARED_FINISH = `if [ -d "$partial" ] && [ -z "$(ls -A "$partial")" ]; then
  log "nothing was found there"
  exit 1
fi
# the program runs as another user
chmod -R a+rX "$partial"
if ! python3 -c 'import os, sys; os.rename(sys.argv[1], sys.argv[2])' "$partial" "$target"; then
  if [ ! -e "$target" ]; then exit 1; fi
  log "another pod was first"
  rm -rf "$partial"
fi
log "$target is complete"
`;

/** Needs python3 with huggingface_hub. All files are data: none is left out for another format. */
export const HUGGING_FACE_DATA_SCRIPT = `${SHARED_START}${SKIP_WHEN_THERE}fetch() {
  PARTIAL=$partial python3 - <<'PYTHON'
import json, os
from huggingface_hub import snapshot_download

snapshot_download(
    os.environ["MODEL_REPOSITORY"],
    repo_type="dataset",
    revision=os.environ["MODEL_REVISION"],
    allow_patterns=json.loads(os.environ.get("MODEL_INCLUDE", "null")),
    ignore_patterns=json.loads(os.environ.get("MODEL_EXCLUDE", "null")),
    local_dir=os.environ["PARTIAL"],
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
${SHARED_FINISH}`;

/** Needs git, and dvc with what its remote asks for (dvc[s3], dvc[gs]), which are in Python. */
export const DVC_SCRIPT = `${SHARED_START}${SKIP_WHEN_THERE}clone=/tmp/dvc-repository
# git asks this program for the token, so that no process list and no file of git has it
askpass=/tmp/askpass
printf '%s\n' '#!/bin/sh' 'case $1 in User*) echo token ;; *) printf "%s\n" "$GIT_TOKEN" ;; esac' > "$askpass"
chmod 700 "$askpass"
export GIT_ASKPASS="$askpass" GIT_TERMINAL_PROMPT=0

fetch() {
  rm -rf "$clone" "$partial"
  git clone --quiet --no-checkout "$MODEL_REPOSITORY" "$clone" || return
  dvc get --quiet --rev "$MODEL_REVISION" \${MODEL_REMOTE:+--remote "$MODEL_REMOTE"} --out "$partial" "$clone" "$MODEL_PATH"
}

attempt=1
while :; do
  if fetch; then break; fi
  log "attempt $attempt of ${ATTEMPTS} failed"
${NEXT_ATTEMPT}
${SHARED_FINISH}`;

/** Needs mlflow, and what the registry's artifact store asks for (boto3, google-cloud-storage). */
export const MLFLOW_SCRIPT = `${START}${SKIP_WHEN_THERE}attempt=1
while :; do
  # it does not go on where it was
  rm -rf "$partial"
  mkdir -p "$partial"
  if made=$(mlflow artifacts download --artifact-uri "$MODEL_URI" --dst-path "$partial"); then break; fi
  log "attempt $attempt of ${ATTEMPTS} failed"
${NEXT_ATTEMPT}
# the last line that it prints is where it put the model: that of a run is in the folders of the run
made=$(printf '%s\\n' "$made" | tail -n 1)
made=\${made%/}
whole=$partial
case $made in
  */../* | */..) ;;
  "$partial"/*) if [ -e "$made" ]; then whole=$made; fi ;;
esac
${FINISH}`;
