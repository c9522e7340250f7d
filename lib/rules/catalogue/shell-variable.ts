import { entries, list, own, text } from '../../internal/json';
import type { PodContainer } from '../../internal/pods/containers';
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
      const values = valuesOf(container);
      if (values.length === 0) continue;
      const defined = namesOf(container);
      for (const { at, value } of values)
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

/** The values of a container that have a variable as a shell writes it. */
function valuesOf({ spec, path }: PodContainer): readonly { readonly at: string; readonly value: string }[] {
  const found: { at: string; value: string }[] = [];
  for (const entry of list(own(spec, 'env'))) {
    const value = own(entry, 'value');
    if (typeof value === 'string' && value.includes('${'))
      found.push({ at: `${path}.env[${text(own(entry, 'name'))}].value`, value });
  }
  const command = list(own(spec, 'command'));
  const args = list(own(spec, 'args'));
  addWords(command, `${path}.command`, found);
  addWords(args, `${path}.args`, found);
  return found.length > 0 && runsShell([...command, ...args]) ? found.filter(({ at }) => at.endsWith('.value')) : found;
}

function addWords(words: readonly unknown[], path: string, found: { at: string; value: string }[]): void {
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (typeof word === 'string' && word.includes('${')) found.push({ at: `${path}[${i}]`, value: word });
  }
}

function runsShell(words: readonly unknown[]): boolean {
  return words.some((word) => typeof word === 'string' && (SHELL.test(word) || word.includes('\n')));
}
