import { entries, own, text } from '../../internal/json';
import type { PodContainer } from '../../internal/pods/containers';
import { texts } from '../cluster/item';
import type { Rule } from '../rule';

const VARIABLE = /\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g;
/** A command that runs a shell, which replaces the variables itself. */
const SHELL = /(^|\/)(ba|da|z|a|k)?sh$/;

export const shellVariable: Rule = {
  id: 'shell-variable',
  severity: 'warning',
  title: 'A value refers to an environment variable as a shell does',
  why: 'Kubernetes replaces $(NAME) in round brackets only. With curly brackets, the program gets the text as it is written.',
  fix: 'Write $(NAME) for a variable of the same container that is defined before; in a script, run it by a shell.',
  good: `
apiVersion: v1
kind: Pod
metadata: {name: scorer, namespace: ml}
spec:
  containers:
    - name: api
      image: registry.example/scorer:1.0
      env: [{name: MODEL, value: churn}, {name: MODEL_PATH, value: "/models/$(MODEL)"}]
`,
  bad: `
apiVersion: v1
kind: Pod
metadata: {name: scorer, namespace: ml}
spec:
  containers:
    - name: api
      image: registry.example/scorer:1.0
      env: [{name: MODEL, value: churn}, {name: MODEL_PATH, value: "/models/\${MODEL}"}]
`,
  pods({ item, containers }, report) {
    for (const container of containers) {
      const defined = namesOf(container);
      if (defined.size === 0) continue;
      for (const { at, value } of valuesOf(container))
        for (const [written, name] of value.matchAll(VARIABLE))
          if (defined.has(name))
            report({
              item,
              prop: at,
              got: written,
              expected: `$(${name}), which Kubernetes replaces`,
              fix: `write $(${name}) in ${container.name} of ${item.title}`,
            });
    }
  },
};

function namesOf({ spec }: PodContainer): Set<string> {
  return new Set(entries(own(spec, 'env'), '').flatMap(({ value }) => text(own(value, 'name')) ?? []));
}

function valuesOf({ spec, path }: PodContainer): { readonly at: string; readonly value: string }[] {
  const found = [];
  for (const { value, at } of entries(own(spec, 'env'), `${path}.env`)) {
    const written = own(value, 'value');
    if (typeof written === 'string' && written.includes('${')) found.push({ at: `${at}.value`, value: written });
  }
  const command = texts(own(spec, 'command'));
  const args = texts(own(spec, 'args'));
  if ([...command, ...args].some((word) => SHELL.test(word) || word.includes('\n'))) return found;
  for (const [field, words] of [
    ['command', command],
    ['args', args],
  ] as const)
    for (const [i, word] of words.entries())
      if (word.includes('${')) found.push({ at: `${path}.${field}[${i}]`, value: word });
  return found;
}
