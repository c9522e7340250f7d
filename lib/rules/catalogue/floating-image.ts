import { dig, entries, own, text } from '../../internal/json';
import { isPlaceholder } from '../cluster/placeholder';
import type { Rule } from '../rule';

export const floatingImage: Rule = {
  id: 'floating-image',
  severity: 'warning',
  title: 'An image has no tag, or the tag `latest`',
  why: 'Pods of one workload run different code, depending on when their node pulled the image, and a rollback does not restore the earlier code.',
  fix: 'Use a version, or a digest.',
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
  pods({ item, spec, set, containers }, report) {
    const check = (prop: string, image: unknown) => {
      if (typeof image !== 'string' || image === '' || !isFloating(image)) return;
      report({
        item,
        prop,
        got: image,
        expected: 'an image with a version or digest',
        fix: `name the version that ${item.title} was tested with`,
      });
    };
    for (const container of containers) check(`${container.path}.image`, text(own(container.spec, 'image')));
    for (const { value, at } of entries(own(spec, 'volumes'), `${set.specPath}.volumes`))
      check(`${at}.image.reference`, dig(value, 'image.reference'));
  },
};

function isFloating(image: string): boolean {
  if (image.includes('@') || isPlaceholder(image)) return false;
  // what follows the last slash: a colon before it belongs to the port of a registry
  const tag = /:([^:/]+)$/.exec(image)?.[1];
  return tag === undefined || tag === 'latest';
}
