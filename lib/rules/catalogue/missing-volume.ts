import { entries, list, own, text, words } from '../../internal/json';
import { isAddedByController } from '../cluster/controller-volumes';
import { claimTemplatesOf } from '../cluster/pods';
import { isBuiltInGroup } from '../cluster/unseen-pods';
import type { Rule } from '../rule';

export const missingVolume: Rule = {
  id: 'missing-volume',
  severity: 'error',
  title: 'A container mounts a volume that its pod does not have',
  why: 'The API server refuses the workload. In a custom resource, whose controller may add the volume, this is a warning.',
  fix: 'Add the volume to the pod, or name one that it has.',
  good: `
apiVersion: v1
kind: Pod
metadata: {name: scorer, namespace: ml}
spec:
  containers:
    - {name: api, image: "registry.example/scorer:1.0", volumeMounts: [{name: scratch, mountPath: /tmp}]}
  volumes: [{name: scratch, emptyDir: {}}]
`,
  bad: `
apiVersion: v1
kind: Pod
metadata: {name: scorer, namespace: ml}
spec:
  containers:
    - {name: api, image: "registry.example/scorer:1.0", volumeMounts: [{name: tmp, mountPath: /tmp}]}
  volumes: [{name: scratch, emptyDir: {}}]
`,
  pods({ item, set, spec, containers }, report) {
    // KServe and the Trainer add volumes of their own
    if (set.partial) return;
    const volumes = new Set(list(own(spec, 'volumes')).map((volume) => own(volume, 'name')));
    for (const name of claimTemplatesOf(item)) volumes.add(name);
    for (const container of containers)
      for (const field of ['volumeMounts', 'volumeDevices'])
        for (const { value, at } of entries(own(container.spec, field), `${container.path}.${field}`)) {
          const name = text(own(value, 'name'));
          if (name === undefined || volumes.has(name) || isAddedByController(item, name)) continue;
          report({
            item,
            prop: `${at}.name`,
            got: name,
            expected: `a volume of the pod: it has ${words(volumes)}`,
            fix: `add a volume '${name}' to ${item.title}, or name one of its volumes`,
            // a controller may add it
            severity: isBuiltInGroup(item.group) ? undefined : 'warning',
          });
        }
  },
};
