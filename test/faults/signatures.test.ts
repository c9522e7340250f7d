import * as committed from '../../lib/internal/signatures';
import { signatures } from '../../scripts/signatures';
import { compileWhereStale } from '../contract/support/assembly';

test('the types that the library checks at run time are those of the exported API', () => {
  compileWhereStale();
  // where this differs: npx tsx scripts/signatures.ts
  expect({ ...committed }).toEqual(signatures());
}, 120_000);
