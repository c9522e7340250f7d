import type { ApiClient, Manifest } from '../plane/api';

/** The REST paths of kinds, learnt from the server's own discovery. */
export class Paths {
  private readonly known = new Map<string, { plural: string; namespaced: boolean }>();

  constructor(private readonly api: ApiClient) {}

  async of(object: Manifest): Promise<string> {
    const { apiVersion, kind, metadata } = object;
    const root = apiVersion === 'v1' ? '/api/v1' : `/apis/${apiVersion}`;
    const { plural, namespaced } = await this.resource(root, kind);
    const namespace = namespaced ? `/namespaces/${metadata.namespace ?? 'default'}` : '';
    return `${root}${namespace}/${plural}/${metadata.name}`;
  }

  /** Those of the objects whose kind the server has. */
  async served(objects: Manifest[]): Promise<Manifest[]> {
    const { groups } = await this.api.get('/apis');
    const versions = new Set([
      'v1',
      ...groups.flatMap((group: any) => group.versions.map((each: any) => each.groupVersion)),
    ]);
    return objects.filter((object) => versions.has(object.apiVersion));
  }

  private async resource(root: string, kind: string): Promise<{ plural: string; namespaced: boolean }> {
    if (!this.known.has(`${root} ${kind}`)) {
      for (const resource of (await this.api.get(root)).resources) {
        if (resource.name.includes('/')) continue;
        this.known.set(`${root} ${resource.kind}`, { plural: resource.name, namespaced: resource.namespaced });
      }
    }
    const found = this.known.get(`${root} ${kind}`);
    if (!found) throw new Error(`the server has no ${kind} in ${root}`);
    return found;
  }
}

export interface Applied {
  readonly problems: string[];
  /** The object as the server would store it, or does. */
  readonly live?: Manifest;
}

/** What `kubectl apply --server-side --validate=strict` does for one object, without starting kubectl. */
export async function applyObject(api: ApiClient, paths: Paths, object: Manifest, dryRun: boolean): Promise<Applied> {
  const name = `${object.kind}/${object.metadata.name}`;
  const query = `fieldManager=cluster-test&fieldValidation=Strict&force=true${dryRun ? '&dryRun=All' : ''}`;
  const answer = await api.request('PATCH', `${await paths.of(object)}?${query}`, {
    body: object,
    contentType: 'application/apply-patch+yaml',
  });
  const warnings = answer.warnings.map((warning) => `${name}: warning: ${warning}`);
  if (answer.status >= 300) return { problems: [...warnings, `${name}: ${answer.body.message}`] };
  return { problems: warnings, live: answer.body };
}

/** Runs the task for each item, a few at a time, and collects the answers in the order of the items. */
export async function inParallel<T, R>(items: T[], atOnce: number, task: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = new Array(items.length);
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < items.length) {
      const index = next++;
      results[index] = await task(items[index]);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}
