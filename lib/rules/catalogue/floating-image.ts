import { dig, entries, own, text } from '../../internal/json';
import type { Rule } from '../rule';

export const floatingImage: Rule = {
  id: 'floating-image',
  severity: 'warning',
  title: 'An image has no tag, or the tag `latest`',
  why: 'Pods of one workload run different code, depending on when their node pulled it, and a rollback brings nothing back.',
  fix: 'Name a version, or best a digest.',
  good: `
apiVersion: v1
kind: Pod
metadata: {name: scorer, namespace: ml}
spec: {containers: [{name: api, image: "registry.example:5000/scorer:1.0"}]}
`,
  bad: `
apiVersion: v1
kind: Pod
metadata: {name: scorer, namespace: ml}
spec: {containers: [{name: api, image: "registry.example:5000/scorer"}]}
`,
  *check(cluster) {
    for (const { item, spec, set, containers } of cluster.pods) {
      const images = containers.map((c) => ({ at: `${c.path}.image`, image: text(own(c.spec, 'image')) }));
      for (const { value, at } of entries(own(spec, 'volumes'), `${set.specPath}.volumes`))
        images.push({ at: `${at}.image.reference`, image: text(dig(value, 'image.reference')) });
      for (const { at, image } of images)
        if (image !== undefined && image !== '' && isFloating(image))
          yield {
            item,
            prop: at,
            got: image,
            expected: 'an image with a version or digest',
            fix: `name the version that ${item.title} was tested with`,
          };
    }
  },
};

function isFloating(image: string): boolean {
  if (image.includes('@')) return false;
  // what follows the last slash: a colon before it is that of a registry's port
  const tag = /:([^:/]+)$/.exec(image)?.[1];
  return tag === undefined || tag === 'latest';
}
