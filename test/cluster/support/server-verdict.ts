import type { Manifest } from '../plane/api';
import type { ControlPlane } from '../plane/control-plane';
import { applyObject, type Paths } from './server-side';

/** What the API server says of an object: it takes it, takes it with a warning, or refuses it. */
export interface Verdict {
  readonly kind: 'accepts' | 'warns' | 'refuses';
  /** The server's own words. */
  readonly words: string;
}

const ACCEPTS: Verdict = { kind: 'accepts', words: '' };

/** A dry run, strict: applied as everybody applies it, or created where the name is none that a path can hold. */
export async function verdictOnObject(plane: ControlPlane, paths: Paths, object: Manifest): Promise<Verdict> {
  const { name } = object.metadata;
  if (!/^[\w.-]*\w$/.test(name)) return verdictOnCreation(plane, paths, object);
  const { problems, live } = await applyObject(plane.api, paths, object, true);
  if (problems.length === 0) return ACCEPTS;
  return { kind: live ? 'warns' : 'refuses', words: problems.join('; ') };
}

async function verdictOnCreation(plane: ControlPlane, paths: Paths, object: Manifest): Promise<Verdict> {
  const one = await paths.of({ ...object, metadata: { ...object.metadata, name: 'x' } });
  const collection = one.slice(0, one.lastIndexOf('/'));
  const { status, body, warnings } = await plane.api.request(
    'POST',
    `${collection}?dryRun=All&fieldValidation=Strict`,
    { body: object },
  );
  // what is there already was found legal before it was found to be there
  if (status >= 300 && status !== 409) return { kind: 'refuses', words: body?.message ?? String(body) };
  return warnings.length > 0 ? { kind: 'warns', words: warnings.join('; ') } : ACCEPTS;
}

/** The worst of several. */
export function worst(verdicts: readonly Verdict[]): Verdict {
  for (const kind of ['refuses', 'warns'] as const) {
    const found = verdicts.find((verdict) => verdict.kind === kind);
    if (found) return found;
  }
  return ACCEPTS;
}
