import { read } from '../../contract/support/tree';
import { onPage, type Packed, pack, ScratchProject, versionsOf } from './scratch';

/** docs/stock-app.md, followed to the letter in a folder of its own with the packed library. */

const PAGE = 'docs/stock-app.md';

/** What the page uses, and what docs/ci.md uses beside it. */
const TOOLS = ['cdk8s-cli', 'tsx', 'typescript', '@types/node', 'jest', '@swc/jest', '@swc/core'];

export const MAIN = onPage(PAGE, 'ts');
export const SETTINGS = onPage(PAGE, 'yaml');

const STRICT = {
  target: 'ES2022',
  module: 'node16',
  strict: true,
  noEmit: true,
  // the declarations that we publish, too
  skipLibCheck: false,
  types: ['node'],
};

export function followPage(): { project: ScratchProject; packed: Packed } {
  const project = new ScratchProject();
  const packed = pack(project.folder);
  const { peerDependencies } = JSON.parse(read('package.json'));
  project.write(
    'package.json',
    JSON.stringify({
      name: 'scratch',
      private: true,
      dependencies: { 'cdk8s-ml': `file:${packed.file}`, ...peerDependencies },
      devDependencies: versionsOf(...TOOLS),
    }),
  );
  project.write('tsconfig.json', JSON.stringify({ compilerOptions: STRICT, include: ['*.ts'] }));
  project.write('cdk8s.yaml', SETTINGS);
  project.write('main.ts', MAIN);
  project.must('npm', 'install', '--prefer-offline', '--no-audit', '--no-fund');
  return { project, packed };
}

/** The app of the page, but for one place. */
export function changed(before: string, after: string): string {
  if (!MAIN.includes(before)) throw new Error(`${PAGE} does not have ${before}`);
  return MAIN.replace(before, after);
}

/** A pod that asks for a ConfigMap which nobody makes. */
export const CLAIM_OF_NOBODY = `
import { ApiObject } from 'cdk8s';
new ApiObject(chart, 'wrong', {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'wrong' },
  spec: {
    containers: [{ name: 'main', image: 'ghcr.io/your-org/x:1.0.0', envFrom: [{ configMapRef: { name: 'nobody-made-it' } }] }],
  },
});`;
