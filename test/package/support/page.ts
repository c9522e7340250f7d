import { onPage, type Packed, pack, ScratchProject, versionsOf } from './scratch';

/** docs/stock-app.md, followed to the letter in a folder of its own with the packed library. */

const PAGE = 'docs/stock-app.md';

/** What docs/ci.md uses beside what this page does. */
const TOOLS = ['jest', '@swc/jest', '@swc/core'];

/** The package of cdk8s-plus that the page uses, and those that must do as well. */
export const CDK8S_PLUS = { onPage: 'cdk8s-plus-33', others: ['cdk8s-plus-28', 'cdk8s-plus-34'] };

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
  project.follow(PAGE);
  const others = Object.entries(versionsOf(...CDK8S_PLUS.others, ...TOOLS)).map(([name, range]) => `${name}@${range}`);
  project.must('npm', 'install', '--save-dev', '--prefer-offline', '--no-audit', '--no-fund', ...others);
  project.write('tsconfig.json', JSON.stringify({ compilerOptions: STRICT, include: ['*.ts'] }));
  for (const other of CDK8S_PLUS.others) project.write(`${other}.ts`, changed(CDK8S_PLUS.onPage, other));
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
