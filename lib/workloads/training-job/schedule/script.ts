/**
 * Makes the objects of a run anew. POSIX sh with kubectl; what it needs to know comes from the environment and from files,
 * so that nothing a user gives is part of it. It may be killed at any moment and started again.
 *
 * One pattern tells the end of a run of every kind: Complete, Completed or Succeeded, Failed, Terminated and Aborted are
 * conditions of Jobs, JobSets, TrainJobs and the jobs of the training and MPI operators, `status.state.phase` of Volcano and
 * `status.jobDeploymentStatus` of KubeRay.
 */
export const START_SCRIPT = `set -eu

log() { echo "start-run: $*" >&2; }
get() { kubectl get --ignore-not-found --filename="$1" --output="$2"; }

uid='jsonpath={.metadata.uid}'
state='jsonpath={.status.conditions[?(@.status=="True")].type} {.status.state.phase} {.status.jobDeploymentStatus}'

running=
for file in "$OBJECTS"/*.json; do
  # assignments of their own: a kubectl that fails ends the script, and nothing is taken for absent
  found=$(get "$file" "$uid")
  if [ -z "$found" ]; then continue; fi
  words=$(get "$file" "$state")
  ended=
  for word in $words; do
    case $word in Complete | Completed | Succeeded | Failed | Terminated | Aborted) ended=yes ;; esac
  done
  if [ -z "$ended" ]; then running=yes; fi
done
if [ -n "$running" ] && [ "$CONCURRENCY" = Forbid ]; then
  log "the last run has not ended: this start is skipped"
  exit 0
fi

# in the foreground: the name is free again only when the pods of the last run are gone
for file in "$OBJECTS"/*.json; do
  kubectl delete --ignore-not-found --cascade=foreground --wait=false --filename="$file"
done
for file in "$OBJECTS"/*.json; do
  while :; do
    found=$(get "$file" "$uid")
    if [ -z "$found" ]; then break; fi
    sleep 1
  done
done

for file in "$OBJECTS"/*.json; do
  kubectl apply --server-side --force-conflicts --field-manager=cdk8s-ml-schedule --filename="$file"
done
log "the run has started"
`;
