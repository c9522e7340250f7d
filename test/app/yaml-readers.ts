import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load as jsYaml } from 'js-yaml';
import { parse } from 'yaml';

/** A program that reads YAML; given many documents at once, because some of them are a process away. */
export interface YamlReader {
  readonly name: string;
  /** Why it cannot be asked here; `undefined` where it can. */
  readonly missing?: string;
  /** The values of the documents, each of which is the text of one YAML map. */
  read(documents: readonly string[]): unknown[];
}

export const IN_PROCESS: YamlReader[] = [
  {
    name: 'yaml, YAML 1.1',
    read: (documents) => documents.map((text) => parse(text, { version: '1.1', merge: true })),
  },
  { name: 'yaml, YAML 1.2', read: (documents) => documents.map((text) => parse(text, { version: '1.2' })) },
  { name: 'js-yaml', read: (documents) => documents.map((text) => jsYaml(text)) },
];

const PYTHON = `
import json, sys, yaml
documents = json.load(sys.stdin)
def plain(value):
    if isinstance(value, dict):
        # JSON knows text keys only: anything else would hide a key that was misread
        return {key if isinstance(key, str) else 'not text: ' + repr(key): plain(v) for key, v in value.items()}
    if isinstance(value, list):
        return [plain(v) for v in value]
    return value if value is None or isinstance(value, (str, int, float, bool)) else 'not JSON: ' + repr(value)
def read(text):
    try:
        return plain(yaml.safe_load(text))
    except Exception as error:
        return 'refused: ' + str(error)
json.dump([read(text) for text in documents], sys.stdout)
`;

/** The reader of Ansible, the AWS CLI and most scripts: YAML 1.1. */
export const PY_YAML: YamlReader = {
  name: 'PyYAML',
  missing:
    spawnSync('python3', ['-c', 'import yaml']).status === 0 ? undefined : 'python3 with PyYAML is not installed',
  read: (documents) => JSON.parse(run('python3', ['-c', PYTHON], JSON.stringify(documents))),
};

/** Kubernetes' own: `label --local` reads a file with sigs.k8s.io/yaml and prints it as JSON, without a cluster. */
export const KUBECTL: YamlReader = {
  name: 'kubectl',
  missing: spawnSync('kubectl', ['version', '--client']).status === 0 ? undefined : 'kubectl is not installed',
  read(documents) {
    const folder = mkdtempSync(join(tmpdir(), 'cdk8s-ml-kubectl-'));
    try {
      const file = join(folder, 'all.yaml');
      const header = (i: number) => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: n${i}\nbody:\n`;
      writeFileSync(file, documents.map((text, i) => header(i) + indented(text)).join('---\n'));
      const printed = run('kubectl', ['label', '--local', '-f', file, '-o', 'json', 'a=b']);
      const bodies = new Map(jsonObjects(printed).map((object) => [object.metadata.name, object.body]));
      return documents.map((_, i) => bodies.get(`n${i}`));
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

function run(command: string, args: string[], input = ''): string {
  const result = spawnSync(command, args, { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (result.status !== 0) throw new Error(`${command} failed: ${result.stderr.slice(0, 2000)}`);
  return result.stdout;
}

/** A document as the value of a key: what a block scalar of it says of its indentation is relative. */
function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}

/** kubectl prints the objects one behind the other, each beginning and ending with a brace in the first column. */
function jsonObjects(printed: string): any[] {
  return printed.split(/(?<=^\})\n/m).flatMap((text) => (text.trim() ? [JSON.parse(text)] : []));
}
