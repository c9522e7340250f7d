/**
 * Writes the documentation that is made from code. `tsx scripts/docs.ts` writes it, `tsx scripts/docs.ts --check` fails
 * where it would differ from what is committed.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { WAIVER_PREFIX } from '../lib/internal/labels';
import { RULES } from '../lib/rules/registry';
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
};

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
  const table = RULES.map(({ id, severity, title }) => `| [${id}](#${id}) | ${severity} | ${title} |`);
  return `<!-- Made by scripts/docs.ts from lib/rules/catalogue. Change the rule, then run: npx tsx scripts/docs.ts -->

# Rules

Before anything is written, \`MlApp\` checks all objects of an app together. An **error** stops the run: the manifests would
be refused by the API server, or fail or be dangerous at run time. A **warning** is told, and nothing more.

Apps that do not use \`MlApp\` get the same checks from the validation plugin, in cdk8s.yaml:

\`\`\`yaml
validations:
  - package: cdk8s-ml
    version: ${VERSION}
    class: MlValidation
    properties:
      kubernetes: '1.33'
      existing: ['Secret/ml/registry']
\`\`\`

**Waive a rule** for one object with an annotation that gives the reason. It stays visible in the YAML:

\`\`\`yaml
metadata:
  annotations:
    ${WAIVER_PREFIX}hpa-with-fixed-replicas: "replicas is for the first apply; Argo CD ignores the field afterwards"
\`\`\`

**Declare what exists already**, so that references to it are right. On the object that needs it, for its own namespace:

\`\`\`yaml
metadata:
  annotations:
    cdk8s-ml.io/expects: "Secret/registry, Secret/database:USER+PASSWORD, PersistentVolumeClaim/models"
\`\`\`

For the whole app, with \`existing\`: \`Kind/namespace/name\`, or \`Kind/name\` for any namespace, with \`:KEY1+KEY2\` behind it
where only some keys are there.

The rules see what is in the manifests. Of a namespace that is not among them they know no quota and no Pod Security level.
Where a custom resource may make pods by itself, a selector that matches nothing is not reported.

| rule | severity | what is wrong |
|---|---|---|
${table.join('\n')}

${RULES.map(section).join('\n')}`;
}

function section({ id, severity, title, why, fix, good, bad }: Rule): string {
  return `## ${id}

**${severity}**: ${title}.

${why}

Fix: ${fix}

Objected to:

\`\`\`yaml
${bad.trim()}
\`\`\`

Right:

\`\`\`yaml
${good.trim()}
\`\`\`
`;
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
