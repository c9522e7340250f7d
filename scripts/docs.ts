/**
 * Writes the documentation that is made from code. `tsx scripts/docs.ts` writes it, `tsx scripts/docs.ts --check` fails
 * where it would differ from what is committed.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { WAIVER_PREFIX } from '../lib/internal/labels';
import { TOPICS, type Topic } from '../lib/rules/registry';
import type { Rule } from '../lib/rules/rule';
import { enginesPage } from './engines-page';
import { loadBalancersPage } from './load-balancers-page';
import { constructsTable, diagram } from './made-objects';

const ROOT = join(__dirname, '..');
const VERSION: string = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version;

/** Each generated page, by its path in the repository. */
export const PAGES: Readonly<Record<string, () => string>> = {
  'README.md': () => withParts('README.md', { constructs: constructsTable, diagram }),
  'docs/engines.md': enginesPage,
  'docs/load-balancers.md': loadBalancersPage,
  'docs/rules.md': rulesPage,
  ...Object.fromEntries(TOPICS.map((topic) => [`docs/rules/${topic.id}.md`, () => topicPage(topic)])),
};

const NOTE =
  '<!-- Made by scripts/docs.ts from lib/rules/catalogue. Change the rule, then run: npx tsx scripts/docs.ts -->';

/** A page that is written by hand but for what stands between `<!-- name: ... -->` and `<!-- end of name -->`. */
function withParts(path: string, parts: Readonly<Record<string, () => string>>): string {
  return Object.entries(parts).reduce(
    (text, [name, make]) => {
      const part = new RegExp(`(<!-- ${name}:[^>]*-->\\n)[^]*?(\\n<!-- end of ${name} -->)`);
      if (!part.test(text)) throw new Error(`${path} has no place for ${name}`);
      return text.replace(part, (_, begin, end) => `${begin}\n${make()}\n${end}`);
    },
    readFileSync(join(ROOT, path), 'utf8'),
  );
}

export function rulesPage(): string {
  const tables = TOPICS.map(({ id: topic, title, rules }) => {
    const rows = rules.map(
      ({ id, severity, title: fault }) => `| [${id}](rules/${topic}.md#${id}) | ${severity} | ${fault} |`,
    );
    return `## ${title}\n\n| rule | severity | what is wrong |\n|---|---|---|\n${rows.join('\n')}\n`;
  });
  return `${NOTE}

# Rules

Before anything is written, \`MlApp\` checks all objects of an app together. An **error** stops the run: the API server would
refuse the manifests, or they would fail or be dangerous at run time. A **warning** is reported and does not stop the run. Where
a rule cannot know whether something is wrong in one case, it reports a warning instead of an error.

Apps that do not use \`MlApp\` get the same checks from the validation plugin, in cdk8s.yaml:

\`\`\`yaml
validations:
  - package: ./node_modules/cdk8s-ml
    version: ${VERSION}
    class: MlValidation
    properties:
      kubernetes: '1.33'
      existing: ['Secret/ml/registry']
\`\`\`

**Waive a rule** for one object with an annotation that gives the reason. The annotation stays in the YAML:

\`\`\`yaml
metadata:
  annotations:
    ${WAIVER_PREFIX}hpa-with-fixed-replicas: "replicas is for the first apply; Argo CD ignores the field afterwards"
\`\`\`

**Declare objects that exist already**, so that references to them are accepted. On the object that needs them, for its own
namespace:

\`\`\`yaml
metadata:
  annotations:
    cdk8s-ml.io/expects: "Secret/registry, Secret/database:USER+PASSWORD, PersistentVolumeClaim/models"
\`\`\`

For the whole app, use \`existing\`: \`Kind/namespace/name\`, or \`Kind/name\` for any namespace. Add \`:KEY1+KEY2\` if only some
keys exist.

What the rules know:

- They read the manifests only. For a namespace that is not in the manifests they know no quota and no Pod Security level.
- An object without a namespace may be in any namespace.
- They know the pods of Deployments, Jobs and the other kinds of Kubernetes, and of JobSet, Kubeflow Trainer and training operator,
  Volcano, KubeRay, LeaderWorkerSet, KServe, Argo Workflows and Rollouts, KEDA, Katib, Kubeflow Notebooks and Seldon Core.
- They know which Services, Secrets and other objects the operators of these projects make. Where another custom resource, or a
  program that may create such objects, is in the manifests, a missing object is a warning.
- Where a custom resource may make pods, a selector that matches nothing is not reported.

${tables.join('\n')}`;
}

function topicPage({ title, rules }: Topic): string {
  return `${NOTE}

# ${title}

These are [rules](../rules.md) that finished manifests are checked by.

${rules.map(section).join('\n')}`;
}

function section({ id, severity, title, why, fix, good, bad }: Rule): string {
  return `## ${id}

**${severity}**: ${title}.

${why}

Fix: ${fix}

Reported:

\`\`\`yaml
${shortened(bad)}
\`\`\`

Right:

\`\`\`yaml
${shortened(good)}
\`\`\`
`;
}

/** An example as it is shown: a text of many kilobytes only with its beginning. */
function shortened(example: string): string {
  return example
    .trim()
    .split('\n')
    .map((line) => (line.length <= 300 ? line : `${line.slice(0, 80)}... # ${Math.round(line.length / 1024)} KiB`))
    .join('\n');
}

/** As the formatter of the repository wants it, so that the linter has no complaint about what is generated. */
function formatted(path: string, text: string): string {
  const biome = join(ROOT, 'node_modules/.bin/biome');
  return execFileSync(biome, ['format', `--stdin-file-path=${path}`], {
    cwd: ROOT,
    input: text,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'ignore'],
  });
}

function main(check: boolean): number {
  let stale = 0;
  for (const [path, make] of Object.entries(PAGES)) {
    const file = join(ROOT, path);
    const text = formatted(path, make());
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
    if (check) {
      console.error(`${path} is not what the code says: run npx tsx scripts/docs.ts`);
      stale++;
    } else {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
      console.log(`wrote ${path}`);
    }
  }
  return stale === 0 ? 0 : 1;
}

if (require.main === module) process.exitCode = main(process.argv.includes('--check'));
