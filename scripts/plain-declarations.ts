import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes the built declarations compile for users: the types of the Kubernetes client are for inside the library, and users do
 * not have its package. What internal declarations say of it becomes `any`.
 */
const FILE = join(__dirname, '..', 'build', 'lib', 'internal', 'kubernetes.d.ts');

const declarations = readFileSync(FILE, 'utf8')
  .replace(/^import type \{[^}]*\} from '@kubernetes\/client-node';$/m, '')
  .replace(/\bV[12][A-Z]\w*/g, 'any')
  .replace(/^(export type \w+ =) [^;]+;$/gm, '$1 any;');
if (declarations.includes("'@kubernetes/client-node'"))
  throw new Error(
    `${FILE} still imports the Kubernetes client: adapt scripts/plain-declarations.ts to how it is emitted`,
  );
writeFileSync(FILE, declarations);
