import { list, own, record, word } from '../../internal/json';
import type { Rule } from '../rule';

/** RelaxedEnvironmentVariableValidation, on by default from 1.32, allows every printable ASCII character except '='. */
const RELAXED_SINCE = 32;
const RELAXED = /^[ -<>-~]+$/;
const STRICT = /^[-._a-zA-Z][-._a-zA-Z0-9]*$/;

export const invalidEnv: Rule = {
  id: 'invalid-env',
  severity: 'error',
  title: 'An environment variable is not valid',
  why: 'The API server refuses the workload. YAML reads 4 and true as a number and a boolean: the environment is text.',
  fix: 'Write the value in quotes, and give the variable a value or a source, not both.',
  good: `
apiVersion: v1
kind: Pod
metadata: {name: scorer, namespace: ml}
spec:
  containers:
    - {name: api, image: "registry.example/scorer:1.0", env: [{name: WORKERS, value: "4"}]}
`,
  bad: `
apiVersion: v1
kind: Pod
metadata: {name: scorer, namespace: ml}
spec:
  containers:
    - {name: api, image: "registry.example/scorer:1.0", env: [{name: WORKERS, value: 4}]}
`,
  pods({ item, containers }, report, { minor }) {
    const valid = minor >= RELAXED_SINCE ? RELAXED : STRICT;
    for (const container of containers)
      for (const [i, entry] of list(own(container.spec, 'env')).entries()) {
        const variable = record(entry);
        const name = own(variable, 'name');
        const at = `${container.path}.env[${typeof name === 'string' && name !== '' ? name : i}]`;
        if (typeof name !== 'string' || !valid.test(name))
          report({
            item,
            prop: `${at}.name`,
            got: name,
            expected: 'a name of letters, digits and underscores',
            fix: 'rename the variable',
          });
        const value = own(variable, 'value');
        if (value === undefined || value === null) continue;
        if (typeof value !== 'string')
          report({
            item,
            prop: `${at}.value`,
            got: value,
            expected: 'text',
            fix: `write it in quotes: "${word(value)}"`,
          });
        else if (value !== '' && own(variable, 'valueFrom'))
          report({
            item,
            prop: at,
            got: 'value and valueFrom',
            expected: 'one of value and valueFrom',
            fix: 'remove one of the two',
          });
      }
  },
};
