import { existsSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(__dirname, '..', '..', '..');

export const JUDGES = join(ROOT, 'test', 'judges');

/** What the suite builds and derives; git ignores it. */
export const CACHE = join(ROOT, '.cache', 'judges');

export const SHARED = join(ROOT, '..', 'shared');

/** Where the schemas of Kubernetes and of the custom resources lie. */
export const OPENAPI = join(SHARED, 'openapi');
export const CRDS = join(SHARED, 'crds');

export const HAS_SCHEMAS = existsSync(OPENAPI) && existsSync(CRDS);

/** A clone without ../shared is judged by the other two, and says so; in CI the schemas must be there. */
export const MUST_HAVE_SCHEMAS = !['', 'false'].includes(process.env.CI ?? '');
